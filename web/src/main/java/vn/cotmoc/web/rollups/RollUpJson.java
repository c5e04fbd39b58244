package vn.cotmoc.web.rollups;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.rollups.RollUp;
import vn.cotmoc.core.scoring.RollUpRule;

/**
 * How some targets stand together. What lacks data is no success: it earns nothing and its weight counts.
 *
 * @param counts targets by rating; every rating is there
 * @param missing the larger of the shares of number and weight that lack data, an exact decimal half-up to 1e-6
 * @param mostMissing the share from which on more is insufficient data
 * @param weightless targets without a weight where others state one: they count in everything but the score
 * @param score weighted mean of the points, half-up to 1e-6; null with insufficient data, and where all weights are 0
 * @param worst the worst rating there is, or insufficient data
 * @param outcome what the rule set's own way says
 */
@Serdeable
@Schema(name = "RollUp")
public record RollUpJson(
        Map<String, Integer> counts,
        int total,
        String missing,
        String mostMissing,
        int weightless,
        @Nullable String score,
        String worst,
        OutcomeJson outcome) {

    public static RollUpJson of(RollUp rollUp, RollUpRule rule) {
        BigDecimal score = rollUp.score();
        Map<String, Integer> counts = new LinkedHashMap<>();
        rollUp.counts().forEach((rating, count) -> counts.put(rating.code(), count));
        return new RollUpJson(
                counts,
                rollUp.targets(),
                rollUp.missing().toPlainString(),
                RollUp.MOST_MISSING.toPlainString(),
                rollUp.weightless(),
                score == null ? null : score.toPlainString(),
                rollUp.worst().code(),
                OutcomeJson.of(rollUp.by(rule)));
    }
}
