package vn.cotmoc.core.cases;

import java.util.Set;
import vn.cotmoc.core.measure.Coded;

/** The life of a case. */
public enum CaseStatus implements Coded {
    OPEN,
    ACKNOWLEDGED,
    EXPLANATION_REQUESTED,
    EXPLAINED,
    /** Until a day; then it is open again if the flag is still there. */
    ACCEPTED,
    /** Tasks were agreed. */
    ACTION_AGREED,
    /** By data; the flag may open another case later. */
    CLEARED;

    /** What people can do in it; what data and days do to it is not theirs. */
    public Set<CaseAct> next() {
        return switch (this) {
            case OPEN -> Set.of(CaseAct.ASSIGNED, CaseAct.ACKNOWLEDGED);
            case ACKNOWLEDGED, ACCEPTED, ACTION_AGREED ->
                Set.of(CaseAct.ASSIGNED, CaseAct.EXPLANATION_REQUESTED, CaseAct.ACCEPTED, CaseAct.ACTION_AGREED);
            case EXPLANATION_REQUESTED ->
                Set.of(
                        CaseAct.ASSIGNED,
                        CaseAct.EXPLANATION_REQUESTED,
                        CaseAct.EXPLAINED,
                        CaseAct.ACCEPTED,
                        CaseAct.ACTION_AGREED);
            case EXPLAINED ->
                Set.of(CaseAct.ASSIGNED, CaseAct.EXPLANATION_RETURNED, CaseAct.ACCEPTED, CaseAct.ACTION_AGREED);
            case CLEARED -> Set.of();
        };
    }
}
