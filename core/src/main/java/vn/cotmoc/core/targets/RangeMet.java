package vn.cotmoc.core.targets;

import vn.cotmoc.core.measure.Coded;

/** Where a range is met; a province chooses. Where neither way is better it is met inside only. */
public enum RangeMet implements Coded {
    /** Between its ends, and beyond the better one, like "at least the lower end". */
    OR_BETTER,
    /** Between its ends. */
    INSIDE
}
