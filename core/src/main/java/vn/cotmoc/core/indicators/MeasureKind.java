package vn.cotmoc.core.indicators;

import vn.cotmoc.core.measure.Coded;

/** What sort of number it is, which decides how it is compared and added up. */
public enum MeasureKind implements Coded {
    /** A value at the end of the period. */
    LEVEL,
    /** A total over the period; parts add up. */
    FLOW,
    /** A growth rate in per cent; never added up. */
    RATE,
    /** A share in per cent of a whole. */
    SHARE,
    /** A fall in percentage points; more is better. */
    REDUCTION,
    /** An index with base 100. */
    INDEX,
    /** A number of things that exist at the end of the period. */
    COUNT,
    /** A place in a ranking; 1 is best. */
    RANK,
    /** Holds or does not. */
    CONDITION
}
