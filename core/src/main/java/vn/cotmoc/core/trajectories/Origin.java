package vn.cotmoc.core.trajectories;

import vn.cotmoc.core.measure.Coded;

/** How an expectation came about. */
public enum Origin implements Coded {
    /** A checkpoint that somebody gave. */
    STATED,
    /** The mean share that the same months had in past years. */
    SEASONAL,
    /** The share of the period's months that are gone. */
    LINEAR
}
