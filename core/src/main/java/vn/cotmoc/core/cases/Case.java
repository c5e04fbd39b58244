package vn.cotmoc.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.Severity;

/**
 * What people do about a flag of a target. There is one at a time that is not cleared.
 *
 * @param flag as the rules call it, e.g. {@code behind-pace}
 * @param unit which has to explain; null while nobody is
 * @param until the last day to explain, or the last one on which the case is accepted; null in every other status
 * @param scorecard the run that opened it
 * @param asOf the day which that run speaks of
 * @param previous the cleared case of the same target and flag before this one
 * @param version 1, 2, …: the number of its newest step
 */
public record Case(
        UUID id,
        UUID target,
        String flag,
        Severity severity,
        CaseStatus status,
        @Nullable UUID unit,
        @Nullable LocalDate until,
        UUID scorecard,
        LocalDate asOf,
        @Nullable UUID previous,
        int version,
        Instant openedAt) {

    /**
     * @param number 1, 2, …
     * @param unit to which it was assigned
     * @param until the day that was set
     * @param comment the explanation, or why
     * @param papers the papers that prove an explanation
     */
    public record Step(
            int number,
            CaseAct act,
            @Nullable UUID unit,
            @Nullable LocalDate until,
            @Nullable String comment,
            @Nullable String papers,
            Instant recordedAt,
            String recordedBy) {}

    /** Whether an explanation was to be given before that day, and was not. */
    public boolean isOverdueOn(LocalDate day) {
        return status == CaseStatus.EXPLANATION_REQUESTED && until != null && until.isBefore(day);
    }

    /** Whether it was accepted, and no longer is by that day. */
    boolean isAcceptanceOverOn(LocalDate day) {
        return status == CaseStatus.ACCEPTED && until != null && until.isBefore(day);
    }

    Case after(CaseAct act, Said said) {
        CaseStatus becomes = act.after(status);
        return new Case(
                id,
                target,
                flag,
                severity,
                becomes,
                said.unit() == null ? unit : said.unit(),
                becomes == status && !act.takesDay() ? until : said.until(),
                scorecard,
                asOf,
                previous,
                version + 1,
                openedAt);
    }

    Case with(Severity other) {
        return new Case(id, target, flag, other, status, unit, until, scorecard, asOf, previous, version + 1, openedAt);
    }

    /** What comes with a step. */
    record Said(
            @Nullable UUID unit,
            @Nullable LocalDate until,
            @Nullable String comment,
            @Nullable String papers) {

        static final Said NOTHING = new Said(null, null, null, null);
    }
}
