package vn.cotmoc.core.targets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a target was taken back.
 *
 * @param on the first day on which it does not count any more; null for a mistake in a draft, which never counted
 * @param instrument what decided it; null for a mistake
 */
public record Withdrawn(
        @Nullable LocalDate on, String reason, @Nullable UUID instrument, Instant at, String by) {

    Withdrawn on(LocalDate day) {
        return new Withdrawn(day, reason, instrument, at, by);
    }
}
