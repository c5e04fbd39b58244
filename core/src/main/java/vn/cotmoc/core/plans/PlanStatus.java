package vn.cotmoc.core.plans;

import vn.cotmoc.core.measure.Coded;

/** The life of a plan. */
public enum PlanStatus implements Coded {
    DRAFT,
    ADOPTED,
    ASSIGNED,
    AMENDED,
    CLOSED
}
