package vn.cotmoc.core.scoring;

import vn.cotmoc.core.measure.Coded;

/** The band of what is done against what is expected by now, decided on exact decimals. */
public enum PaceBand implements Coded {
    ON_TRACK,
    BEHIND,
    AT_RISK,
    /** No expectation for this part of the period. */
    NO_PACE
}
