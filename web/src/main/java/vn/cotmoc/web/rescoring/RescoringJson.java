package vn.cotmoc.web.rescoring;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.rescoring.Rescoring;

/**
 * How a plan's automatic scoring stands.
 *
 * @param status never: nothing has asked for it yet
 * @param cause what asked for it last
 * @param begunAt when the newest try began
 * @param endedAt when it was last done or given up
 * @param targets how many the newest try rates
 * @param tries failed ones since it was last done
 * @param failure why the last try stopped: the code of a refusal, {@code interrupted} or {@code unexpected}
 * @param scorecard the run that says what holds
 */
@Serdeable
@Schema(name = "Scoring")
record RescoringJson(
        @Schema(allowableValues = {"never", "queued", "running", "done", "failed"})
        String status,

        @Nullable String cause,
        @Nullable Instant askedAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        int targets,
        int tries,
        @Nullable String failure,
        @Nullable UUID scorecard) {

    static final RescoringJson NEVER = new RescoringJson("never", null, null, null, null, 0, 0, null, null);

    static RescoringJson of(Rescoring rescoring) {
        return new RescoringJson(
                rescoring.status().code(),
                rescoring.cause().code(),
                rescoring.askedAt(),
                rescoring.begunAt(),
                rescoring.endedAt(),
                rescoring.targets(),
                rescoring.tries(),
                rescoring.failure(),
                rescoring.scorecard());
    }
}
