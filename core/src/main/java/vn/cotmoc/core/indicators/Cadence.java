package vn.cotmoc.core.indicators;

import vn.cotmoc.core.measure.Coded;

/** How often it is measured; an indicator of the year has no monthly value. */
public enum Cadence implements Coded {
    YEAR,
    QUARTER,
    MONTH;

    boolean isOftenerThan(Cadence other) {
        return compareTo(other) > 0;
    }
}
