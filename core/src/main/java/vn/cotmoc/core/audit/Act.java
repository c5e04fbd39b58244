package vn.cotmoc.core.audit;

import vn.cotmoc.core.measure.Coded;

/** What was done. */
public enum Act implements Coded {
    ADDED,
    CHANGED,
    WITHDRAWN
}
