package vn.cotmoc.core.plans;

import java.util.Set;
import vn.cotmoc.core.measure.Coded;

/** The life of a plan. */
public enum PlanStatus implements Coded {
    DRAFT,
    ADOPTED,
    ASSIGNED,
    AMENDED,
    CLOSED;

    /** What a plan can become next; a plan may be amended again and again, and nothing follows its end. */
    public Set<PlanStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(ADOPTED);
            case ADOPTED -> Set.of(ASSIGNED, AMENDED, CLOSED);
            case ASSIGNED, AMENDED -> Set.of(AMENDED, CLOSED);
            case CLOSED -> Set.of();
        };
    }

    /** Whether only a paper makes a plan that; a plan closes by itself when its period is over. */
    boolean needsInstrument() {
        return switch (this) {
            case ADOPTED, ASSIGNED, AMENDED -> true;
            case DRAFT, CLOSED -> false;
        };
    }
}
