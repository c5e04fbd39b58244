package vn.cotmoc.core.statements;

import vn.cotmoc.core.measure.Coded;

/** What a quoted statement is. */
public enum StatementKind implements Coded {
    TARGET,
    ACTUAL,
    COUNT,
    VISION,
    CONDITION,
    FACT,
    TASK,
    MILESTONE,
    INDICATOR
}
