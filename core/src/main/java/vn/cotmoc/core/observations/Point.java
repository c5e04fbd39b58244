package vn.cotmoc.core.observations;

import vn.cotmoc.core.periods.Period;

/** What vintages are vintages of: a period of a series. */
public record Point(Series series, Period period) {

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Point point && period.equals(point.period) && series.equals(point.series));
    }

    @Override
    public int hashCode() {
        return 31 * series.hashCode() + period.hashCode();
    }
}
