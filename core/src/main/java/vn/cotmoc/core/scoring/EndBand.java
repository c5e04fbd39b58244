package vn.cotmoc.core.scoring;

import vn.cotmoc.core.measure.Coded;

/** The band of the attainment, decided on exact decimals; half-open, without gap. */
public enum EndBand implements Coded {
    EXCEEDED,
    FULL,
    NEARLY,
    BELOW,
    /** There is no ratio: a rank, a condition, a target of zero. */
    NO_RATIO
}
