package vn.cotmoc.core.observations;

import java.util.UUID;
import vn.cotmoc.core.periods.Calendar;

/**
 * Figures that are compared with each other: of one indicator, place, part and calendar.
 *
 * @param subgroup empty for the whole
 */
public record Series(String indicator, UUID area, String subgroup, Calendar calendar) {

    // By hand here, in Point and in Period: a million figures ask some twenty times each, and production's compiler
    // does not see through what records bring along.
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Series series
                        && area.equals(series.area)
                        && indicator.equals(series.indicator)
                        && subgroup.equals(series.subgroup)
                        && calendar == series.calendar);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * area.hashCode() + indicator.hashCode()) + subgroup.hashCode();
    }
}
