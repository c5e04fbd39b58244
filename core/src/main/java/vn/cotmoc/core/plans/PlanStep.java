package vn.cotmoc.core.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a plan came to a status.
 *
 * @param number 1, 2, … of that plan
 * @param instrument what decided it; null for one that closed by itself, and where a plan began, or took a target, without its paper here
 * @param reason why; where there is no paper, why there is none
 */
public record PlanStep(
        int number,
        PlanStatus status,
        @Nullable UUID instrument,
        LocalDate decidedOn,
        @Nullable String reason,
        Instant recordedAt,
        String recordedBy) {

    /** Whether it was decided after that day. How a plan began without its paper was decided nobody knows when. */
    boolean isAfter(LocalDate day) {
        return (instrument != null || status == PlanStatus.CLOSED) && decidedOn.isAfter(day);
    }

    /** Whether it was that paper that led there or, of one without a paper, that reason. */
    boolean isBy(@Nullable UUID paper, @Nullable String why) {
        return paper == null ? instrument == null && why != null && why.equals(reason) : paper.equals(instrument);
    }
}
