package vn.cotmoc.core.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a plan came to a status.
 *
 * @param number 1, 2, … of that plan
 * @param instrument what decided it; null only for closed
 */
public record PlanStep(
        int number,
        PlanStatus status,
        @Nullable UUID instrument,
        LocalDate decidedOn,
        @Nullable String reason,
        Instant recordedAt,
        String recordedBy) {

    boolean isAmendmentBy(UUID paper) {
        return status == PlanStatus.AMENDED && paper.equals(instrument);
    }
}
