package vn.cotmoc.core.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.instruments.Instrument;

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

    /**
     * Whether it says already that a paper decided something by that day or, without one, that somebody did on it for that reason.
     * What was decided before the paper was signed came into force with it; for the reason for which a plan began without its paper,
     * its targets lack theirs.
     */
    boolean says(@Nullable Instrument paper, LocalDate day, @Nullable String why) {
        if (paper == null) {
            return instrument == null && why != null && why.equals(reason) && (number == 1 || decidedOn.equals(day));
        }
        return paper.id().equals(instrument) && !(day.isAfter(decidedOn) && day.isAfter(paper.issuedOn()));
    }

    /**
     * The newest of the days that a step may not come before. What amended an adopted plan may be entered later than what came after
     * it; all other steps follow each other.
     */
    static Optional<LocalDate> lastAfter(PlanStatus becomes, LocalDate day, List<PlanStep> before) {
        return before.stream()
                .limit(becomes == PlanStatus.AMENDED ? 1 : before.size())
                .filter(step -> step.isAfter(day))
                .map(PlanStep::decidedOn)
                .max(Comparator.naturalOrder());
    }

    PlanStep on(LocalDate day) {
        return new PlanStep(number, status, instrument, day, reason, recordedAt, recordedBy);
    }
}
