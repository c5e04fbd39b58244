package vn.cotmoc.core.signals;

import vn.cotmoc.core.measure.Coded;

/** The band of the probability that a target is attained, decided before it is rounded; half-open, without gap. */
public enum ForecastBand implements Coded {
    LIKELY,
    OPEN,
    UNLIKELY,
    /** Too few points, a comparator without an amount, or nothing that could be forecast. */
    NO_FORECAST
}
