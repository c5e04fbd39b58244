package vn.cotmoc.web.checks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.checks.CheckSetting;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.checks.Reaction;
import vn.cotmoc.core.checks.SetChecks;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.web.wire.Listing;
import vn.cotmoc.web.wire.Reads;

/**
 * How figures are checked, as sent; shares as exact decimals, 1 is 100 %.
 *
 * @param indicator null for the province's default
 * @param version also the ETag
 */
@Serdeable
@Schema(name = "FigureCheck")
record CheckJson(
        @Nullable String indicator,
        int version,
        LimitsJson limits,
        LocalDate validFrom,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    static CheckJson of(CheckSetting setting) {
        return new CheckJson(
                setting.indicator(),
                setting.version(),
                LimitsJson.of(setting.limits()),
                setting.validFrom(),
                setting.reason(),
                setting.recordedAt(),
                setting.recordedBy());
    }

    /**
     * @param lowest in the indicator's unit; without bounds of its own a total or a number of things does not go below zero
     * @param jumpMost the largest change against the same months of the year before, or else the months just before
     */
    @Serdeable
    @Schema(name = "FigureLimits")
    record LimitsJson(
            String range,
            @Nullable String lowest,
            @Nullable String highest,
            String jump,
            String jumpMost,
            String fall,
            String parts,
            String partsTolerance) {

        static LimitsJson of(Limits limits) {
            return new LimitsJson(
                    limits.range().code(),
                    limits.lowest() == null ? null : limits.lowest().text(),
                    limits.highest() == null ? null : limits.highest().text(),
                    limits.jump().code(),
                    new Amount(limits.jumpMost()).text(),
                    limits.fall().code(),
                    limits.parts().code(),
                    new Amount(limits.partsTolerance()).text());
        }
    }

    /**
     * @param house what holds where the province has said nothing
     * @param province the newest version of its default; null before its first
     * @param indicators the newest version of every indicator's own
     */
    @Serdeable
    @Schema(name = "FigureChecks")
    record AllJson(LimitsJson house, @Nullable CheckJson province, List<CheckJson> indicators)
            implements Listing<RowJson> {

        @Override
        public List<RowJson> rows() {
            RowJson unlessSaid = new RowJson("house", null, house, null, null, null, null, null);
            return Stream.of(
                            Stream.of(unlessSaid),
                            Stream.ofNullable(province).map(set -> RowJson.of("province", set)),
                            indicators.stream().map(set -> RowJson.of("indicator", set)))
                    .flatMap(rows -> rows)
                    .toList();
        }
    }

    /**
     * A line of the spreadsheet.
     *
     * @param scope whose it is; what is the house's was never set, and holds where nobody has said anything
     */
    @Serdeable
    record RowJson(
            @Schema(allowableValues = {"house", "province", "indicator"})
            String scope,

            @Nullable String indicator,
            LimitsJson limits,
            @Nullable Integer version,
            @Nullable LocalDate validFrom,
            @Nullable String reason,
            @Nullable Instant recordedAt,
            @Nullable String recordedBy) {

        static RowJson of(String scope, CheckJson set) {
            return new RowJson(
                    scope,
                    set.indicator(),
                    set.limits(),
                    set.version(),
                    set.validFrom(),
                    set.reason(),
                    set.recordedAt(),
                    set.recordedBy());
        }
    }

    /** A change as received; every reaction is off, warn or block. */
    @Serdeable
    @Schema(name = "NewFigureCheck")
    record SetJson(
            String range,
            @Nullable String lowest,
            @Nullable String highest,
            String jump,
            String jumpMost,
            String fall,
            String parts,
            String partsTolerance,
            String validFrom,
            String reason) {

        SetChecks.Command toCommand(@Nullable String indicator, int expectedVersion) {
            return new SetChecks.Command(
                    indicator,
                    expectedVersion,
                    new Limits(
                            Reads.word(Reaction.class, range, "/range"),
                            Reads.amountOrNull(lowest, "/lowest"),
                            Reads.amountOrNull(highest, "/highest"),
                            Reads.word(Reaction.class, jump, "/jump"),
                            Reads.decimal(jumpMost, "/jumpMost"),
                            Reads.word(Reaction.class, fall, "/fall"),
                            Reads.word(Reaction.class, parts, "/parts"),
                            Reads.decimal(partsTolerance, "/partsTolerance")),
                    Reads.day(validFrom, "/validFrom"),
                    Reads.text(reason, "/reason", 1000));
        }
    }
}
