package vn.cotmoc.web.replay;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.replay.Difference;

/**
 * What two records say of one target.
 *
 * @param indicator its name
 * @param before null if only the later run has the target
 * @param after null if only the earlier one has it
 * @param why all that a rating depends on and that is not the same
 */
@Serdeable
@Schema(name = "ScorecardDifference")
record DifferenceJson(
        UUID target,
        String indicator,
        String indicatorEn,
        String place,
        @Nullable RatedJson before,
        @Nullable RatedJson after,
        List<WhyJson> why) {

    /**
     * @param score points; null without data, and in older records
     * @param flags codes
     */
    @Serdeable
    @Schema(name = "RatedTarget")
    record RatedJson(String rating, @Nullable BigDecimal score, List<String> flags) {

        static @Nullable RatedJson of(Difference.@Nullable Rated rated) {
            return rated == null ? null : new RatedJson(rated.rating(), rated.score(), rated.flags());
        }
    }

    /**
     * @param from what it was: amounts, periods, days, versions and identifiers, joined by a middle dot; null where there was none
     * @param to likewise what it is
     */
    @Serdeable
    @Schema(name = "DifferenceCause")
    record WhyJson(
            @Schema(
                    allowableValues = {
                        "figure",
                        "series",
                        "target",
                        "trajectory",
                        "threshold",
                        "rules",
                        "engine",
                        "features",
                        "day",
                        "other"
                    })
            String source,

            @Nullable String from,
            @Nullable String to) {}

    static DifferenceJson of(Difference difference) {
        return new DifferenceJson(
                difference.target(),
                difference.name(),
                difference.nameEn(),
                difference.place(),
                RatedJson.of(difference.before()),
                RatedJson.of(difference.after()),
                difference.why().stream()
                        .map(why -> new WhyJson(why.source().code(), why.from(), why.to()))
                        .toList());
    }
}
