package vn.cotmoc.core.observations;

import java.util.UUID;
import vn.cotmoc.core.periods.Calendar;

/**
 * Figures that are compared with each other: of one indicator, place, part and calendar.
 *
 * @param subgroup empty for the whole
 */
public record Series(String indicator, UUID area, String subgroup, Calendar calendar) {}
