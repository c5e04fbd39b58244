package vn.cotmoc.core.targets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was aimed at from some decision on, in its own words. Revisions are appended; only a day that was copied wrongly from a paper is mended.
 *
 * @param number 1 for the original
 * @param reason why it was amended; null for the original
 * @param decidedOn null where the source states no date
 * @param instrument what decided it, where the province keeps it; {@code source} has its words in any case
 */
public record Revision(
        int number,
        Aim aim,
        String wording,
        String source,
        @Nullable String reason,
        @Nullable LocalDate decidedOn,
        @Nullable UUID instrument,
        Instant recordedAt,
        String recordedBy) {

    Revision on(LocalDate day) {
        return new Revision(number, aim, wording, source, reason, day, instrument, recordedAt, recordedBy);
    }
}
