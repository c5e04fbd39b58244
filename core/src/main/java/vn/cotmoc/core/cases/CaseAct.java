package vn.cotmoc.core.cases;

import vn.cotmoc.core.measure.Coded;

/** What happens in a case; each is one step of it. */
public enum CaseAct implements Coded {
    /** By a run. */
    OPENED,
    /** By a run: the flag has become more severe. */
    WORSENED,
    /** By a run: the flag has become less severe. */
    EASED,
    ACKNOWLEDGED,
    /** To a unit. */
    ASSIGNED,
    /** From the unit, until a day. */
    EXPLANATION_REQUESTED,
    /** By the unit. */
    EXPLAINED,
    /** To the unit, which answers again until a day. */
    EXPLANATION_RETURNED,
    /** Until a day. */
    ACCEPTED,
    /** With a task. */
    ACTION_AGREED,
    /** What was accepted until a day is open again, or where action was agreed and nothing of it is left to be done. */
    REOPENED,
    /** By runs: the figures raise the flag no more. */
    CLEARED,
    /** By a run, after the target was taken back: nobody asks for it any more. */
    TARGET_WITHDRAWN;

    /** What a case becomes by it. */
    CaseStatus after(CaseStatus before) {
        return switch (this) {
            case OPENED, REOPENED -> CaseStatus.OPEN;
            case WORSENED, EASED, ASSIGNED -> before;
            case ACKNOWLEDGED -> CaseStatus.ACKNOWLEDGED;
            case EXPLANATION_REQUESTED, EXPLANATION_RETURNED -> CaseStatus.EXPLANATION_REQUESTED;
            case EXPLAINED -> CaseStatus.EXPLAINED;
            case ACCEPTED -> CaseStatus.ACCEPTED;
            case ACTION_AGREED -> CaseStatus.ACTION_AGREED;
            case CLEARED, TARGET_WITHDRAWN -> CaseStatus.CLEARED;
        };
    }

    /** Whether an approver decides it in the case itself; action is agreed by entering a task. */
    public boolean isDecision() {
        return switch (this) {
            case ACKNOWLEDGED, ASSIGNED, EXPLANATION_REQUESTED, EXPLANATION_RETURNED, ACCEPTED -> true;
            case OPENED, WORSENED, EASED, EXPLAINED, ACTION_AGREED, REOPENED, CLEARED, TARGET_WITHDRAWN -> false;
        };
    }

    /** Whether it holds until a day. */
    boolean takesDay() {
        return this == EXPLANATION_REQUESTED || this == EXPLANATION_RETURNED || this == ACCEPTED;
    }

    /** Whether whoever decides it must say why. */
    boolean needsComment() {
        return this == EXPLANATION_RETURNED || this == ACCEPTED;
    }
}
