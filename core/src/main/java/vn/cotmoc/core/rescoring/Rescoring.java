package vn.cotmoc.core.rescoring;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a plan's automatic scoring stands.
 *
 * @param cause what asked for it last
 * @param begunAt when the newest try began; null before the first
 * @param endedAt when it was last done or given up; null before
 * @param targets how many the newest try rates
 * @param tries failed ones since it was last done
 * @param failure why the last try stopped: a refusal's code, {@code interrupted} or {@code unexpected}; null if it did not
 * @param scorecard the run that says what holds; null before the first
 */
public record Rescoring(
        UUID plan,
        RescoringStatus status,
        Cause cause,
        Instant askedAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        int targets,
        int tries,
        @Nullable String failure,
        @Nullable UUID scorecard) {}
