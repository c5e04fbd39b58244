package vn.cotmoc.web.indicators;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Cadence;
import vn.cotmoc.core.indicators.CatalogueView;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Formula;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.indicators.PriceBasis;
import vn.cotmoc.core.indicators.Summation;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.web.wire.Reads;

/**
 * An indicator as sent.
 *
 * @param unit in Vietnamese; figures and targets are stated in it
 * @param decimals digits shown after the point, 0 to 6
 * @param timeAggregation how months, quarters and years make a longer period
 * @param areaAggregation how the places inside an area make the whole
 * @param numerator of the area aggregation {@code ratio} only, like {@code denominator}
 * @param formula over other indicators' codes, of a calculated indicator; else null
 * @param leadUnit code of the unit that leads it; null while none was named
 * @param proxy code of one that is reported more often and hints at how it goes, never scored; null while none is linked
 * @param national whether it was copied from the national catalogue
 * @param retired takes no new figures and targets
 */
@Serdeable
@Schema(name = "Indicator")
record IndicatorJson(
        String code,
        String name,
        String nameEn,
        String unit,
        String unitEn,
        int decimals,

        @Schema(allowableValues = {"higher-is-better", "lower-is-better", "neutral"})
        String direction,

        @Schema(
                allowableValues = {"level", "flow", "rate", "share", "reduction", "index", "count", "rank", "condition"
                })
        String kind,

        @Schema(allowableValues = {"sum", "last", "mean", "compound", "none"})
        String timeAggregation,

        @Schema(allowableValues = {"sum", "count", "ratio", "max", "none", "restart"})
        String areaAggregation,

        @Nullable String numerator,
        @Nullable String denominator,

        @Schema(allowableValues = {"none", "current", "constant-2010"})
        String priceBasis,

        @Nullable String formula,
        String group,
        @Nullable String leadUnit,

        @Schema(allowableValues = {"year", "quarter", "month"})
        String cadence,

        @Nullable String proxy,
        String definition,
        String source,
        boolean national,
        boolean retired,
        int version) {

    static IndicatorJson of(Indicator indicator) {
        Summation summation = indicator.summation();
        return new IndicatorJson(
                indicator.code(),
                indicator.name(),
                indicator.nameEn(),
                indicator.unit(),
                indicator.unitEn(),
                indicator.decimals(),
                indicator.direction().code(),
                indicator.kind().code(),
                summation.inTime().code(),
                summation.overAreas().code(),
                summation.parts().map(Summation.Parts::numerator).orElse(null),
                summation.parts().map(Summation.Parts::denominator).orElse(null),
                indicator.priceBasis().code(),
                indicator.formula() == null ? null : indicator.formula().toString(),
                indicator.group(),
                indicator.leadUnit(),
                indicator.cadence().code(),
                indicator.proxy(),
                indicator.definition(),
                indicator.source(),
                indicator.nationalCode() != null,
                indicator.retired(),
                indicator.version());
    }

    /** One of the national catalogue. {@code adopted} tells whether this province has it. */
    @Serdeable
    @Schema(name = "CatalogueIndicator")
    record Line(IndicatorJson indicator, boolean adopted) {

        static Line of(CatalogueView.Line line) {
            return new Line(IndicatorJson.of(line.indicator()), line.adopted());
        }
    }

    /** Which one of the national catalogue to adopt. */
    @Serdeable
    @Schema(name = "Adoption")
    record Adopt(String code) {

        String toCode() {
            return Reads.text(code, "/code", 60);
        }
    }

    /**
     * An indicator of the province's own, as received. What is left out goes by the kind: {@code timeAggregation}; or is none:
     * {@code areaAggregation}, {@code priceBasis}, {@code formula}.
     */
    @Serdeable
    @Schema(name = "NewIndicator")
    record Add(
            String code,
            String name,
            String nameEn,
            String unit,
            String unitEn,
            Integer decimals,

            @Schema(allowableValues = {"higher-is-better", "lower-is-better", "neutral"})
            String direction,

            @Schema(
                    allowableValues = {
                        "level",
                        "flow",
                        "rate",
                        "share",
                        "reduction",
                        "index",
                        "count",
                        "rank",
                        "condition"
                    })
            String kind,

            @Schema(allowableValues = {"sum", "last", "mean", "compound", "none"}) @Nullable
            String timeAggregation,

            @Schema(allowableValues = {"sum", "count", "ratio", "max", "none", "restart"}) @Nullable
            String areaAggregation,

            @Nullable String numerator,
            @Nullable String denominator,

            @Schema(allowableValues = {"none", "current", "constant-2010"}) @Nullable
            String priceBasis,

            @Nullable String formula,
            String group,
            @Nullable String leadUnit,

            @Schema(allowableValues = {"year", "quarter", "month"})
            String cadence,

            @Nullable String proxy,
            String definition,
            String source) {

        Indicator toIndicator() {
            return described().with(Reads.text(code, "/code", 60), 1);
        }

        private Description described() {
            return new Description(
                    name,
                    nameEn,
                    unit,
                    unitEn,
                    decimals,
                    direction,
                    kind,
                    timeAggregation,
                    areaAggregation,
                    numerator,
                    denominator,
                    priceBasis,
                    formula,
                    group,
                    leadUnit,
                    cadence,
                    proxy,
                    definition,
                    source,
                    false);
        }
    }

    /** An indicator described anew, as received; what measures something else is refused while there are figures. */
    @Serdeable
    @Schema(name = "IndicatorDescription")
    record Description(
            String name,
            String nameEn,
            String unit,
            String unitEn,
            Integer decimals,

            @Schema(allowableValues = {"higher-is-better", "lower-is-better", "neutral"})
            String direction,

            @Schema(
                    allowableValues = {
                        "level",
                        "flow",
                        "rate",
                        "share",
                        "reduction",
                        "index",
                        "count",
                        "rank",
                        "condition"
                    })
            String kind,

            @Schema(allowableValues = {"sum", "last", "mean", "compound", "none"}) @Nullable
            String timeAggregation,

            @Schema(allowableValues = {"sum", "count", "ratio", "max", "none", "restart"}) @Nullable
            String areaAggregation,

            @Nullable String numerator,
            @Nullable String denominator,

            @Schema(allowableValues = {"none", "current", "constant-2010"}) @Nullable
            String priceBasis,

            @Nullable String formula,
            String group,
            @Nullable String leadUnit,

            @Schema(allowableValues = {"year", "quarter", "month"})
            String cadence,

            @Nullable String proxy,
            String definition,
            String source,
            Boolean retired) {

        /** @param version the newest that the caller has seen */
        Indicator with(String code, int version) {
            MeasureKind measured = Reads.word(MeasureKind.class, kind, "/kind");
            PriceBasis prices = Reads.wordOrNull(PriceBasis.class, priceBasis, "/priceBasis");
            return new Indicator(
                    code,
                    null,
                    Reads.text(name, "/name", 300),
                    Reads.text(nameEn, "/nameEn", 300),
                    Reads.text(unit, "/unit", 60),
                    Reads.text(unitEn, "/unitEn", 60),
                    Reads.present(decimals, "/decimals"),
                    Reads.word(Direction.class, direction, "/direction"),
                    measured,
                    summation(measured),
                    prices == null ? PriceBasis.NONE : prices,
                    read(Reads.textOrNull(formula, "/formula", Formula.LONGEST)),
                    Reads.text(group, "/group", 60),
                    Reads.textOrNull(leadUnit, "/leadUnit", 40),
                    Reads.word(Cadence.class, cadence, "/cadence"),
                    Reads.textOrNull(proxy, "/proxy", 60),
                    Reads.text(definition, "/definition", 2000),
                    Reads.text(source, "/source", 1000),
                    Reads.present(retired, "/retired"),
                    version);
        }

        private Summation summation(MeasureKind measured) {
            Summation.InTime time = Reads.wordOrNull(Summation.InTime.class, timeAggregation, "/timeAggregation");
            Summation.OverAreas areas =
                    Reads.wordOrNull(Summation.OverAreas.class, areaAggregation, "/areaAggregation");
            String above = Reads.textOrNull(numerator, "/numerator", 60);
            String below = Reads.textOrNull(denominator, "/denominator", 60);
            boolean isRatio = areas == Summation.OverAreas.RATIO;
            if (isRatio != (above != null)) {
                throw Refusal.invalid("ratio-parts", "/numerator");
            }
            if (isRatio != (below != null)) {
                throw Refusal.invalid("ratio-parts", "/denominator");
            }
            return new Summation(
                    time == null ? Summation.InTime.of(measured) : time,
                    areas == null ? Summation.OverAreas.NONE : areas,
                    above == null || below == null ? null : new Summation.Parts(above, below));
        }

        private static @Nullable Formula read(@Nullable String text) {
            try {
                return text == null ? null : Formula.parse(text);
            } catch (Formula.Unreadable unreadable) {
                throw refusal(text, unreadable);
            }
        }

        private static Refusal refusal(String text, Formula.Unreadable unreadable) {
            int place = unreadable.place();
            return switch (unreadable.fault()) {
                case NO_OPERAND -> Refusal.invalid("formula-operand", "/formula", "formula", text, "place", place);
                case NO_OPERATOR -> Refusal.invalid("formula-operator", "/formula", "formula", text, "place", place);
                case OPEN_PARENTHESIS ->
                    Refusal.invalid("formula-parenthesis", "/formula", "formula", text, "place", place);
                case NO_NUMBER -> Refusal.invalid("formula-number", "/formula", "formula", text, "place", place);
                case TOO_LONG -> Refusal.invalid("formula-long", "/formula");
                case TOO_DEEP -> Refusal.invalid("formula-deep", "/formula", "place", place);
                case TOO_MANY_CODES -> Refusal.invalid("formula-many", "/formula");
            };
        }
    }
}
