package vn.cotmoc.core.observations;

import vn.cotmoc.core.periods.Period;

/** What vintages are vintages of: a period of a series. */
public record Point(Series series, Period period) {}
