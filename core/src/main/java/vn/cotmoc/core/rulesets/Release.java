package vn.cotmoc.core.rulesets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule set of the province's own that holds from a day on.
 *
 * @param number 1, 2, … of that set
 * @param setVersion the version's own name, e.g. {@code 3}
 * @param sha256 of the version, which is kept
 * @param draft what it was written as; null where an earlier version was released again
 */
public record Release(
        UUID id,
        String ruleSet,
        int number,
        String setVersion,
        String sha256,
        LocalDate validFrom,
        @Nullable UUID draft,
        String reason,
        Instant recordedAt,
        String recordedBy) {}
