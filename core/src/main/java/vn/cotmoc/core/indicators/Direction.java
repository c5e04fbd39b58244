package vn.cotmoc.core.indicators;

import vn.cotmoc.core.measure.Coded;

/** Which way is good. */
public enum Direction implements Coded {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    NEUTRAL
}
