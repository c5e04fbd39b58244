package vn.cotmoc.core.signals;

import vn.cotmoc.core.measure.Coded;

/** How old the newest figure is, in periods of the indicator's own cadence. */
public enum Age implements Coded {
    FRESH,
    STALE,
    /** There never was one. */
    NO_FIGURE
}
