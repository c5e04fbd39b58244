package vn.cotmoc.web.indicators;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.web.wire.Reads;

/**
 * An indicator as sent.
 *
 * @param unit in Vietnamese; figures and targets are stated in it
 * @param decimals digits shown after the point, 0 to 6
 * @param national whether it was copied from the national catalogue
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

        String group,
        String cadence,
        String definition,
        String source,
        boolean national) {

    static IndicatorJson of(Indicator indicator) {
        return new IndicatorJson(
                indicator.code(),
                indicator.name(),
                indicator.nameEn(),
                indicator.unit(),
                indicator.unitEn(),
                indicator.decimals(),
                indicator.direction().code(),
                indicator.kind().code(),
                indicator.group(),
                indicator.cadence(),
                indicator.definition(),
                indicator.source(),
                indicator.nationalCode() != null);
    }

    /** An indicator of the province's own, as received. */
    @Serdeable
    @Schema(name = "NewIndicator")
    record Add(
            String code,
            String name,
            String nameEn,
            String unit,
            String unitEn,
            @Nullable Integer decimals,

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

            String group,
            String cadence,
            String definition,
            String source) {

        Indicator toIndicator() {
            return new Indicator(
                    Reads.text(code, "/code", 60),
                    null,
                    Reads.text(name, "/name", 300),
                    Reads.text(nameEn, "/nameEn", 300),
                    Reads.text(unit, "/unit", 60),
                    Reads.text(unitEn, "/unitEn", 60),
                    Reads.present(decimals, "/decimals"),
                    Reads.word(Direction.class, direction, "/direction"),
                    Reads.word(MeasureKind.class, kind, "/kind"),
                    Reads.text(group, "/group", 60),
                    Reads.text(cadence, "/cadence", 30),
                    Reads.text(definition, "/definition", 2000),
                    Reads.text(source, "/source", 1000));
        }
    }
}
