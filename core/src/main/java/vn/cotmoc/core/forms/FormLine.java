package vn.cotmoc.core.forms;

import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;

/**
 * One figure that a form asks for, or one for each place.
 *
 * @param subgroup empty for the whole
 */
public record FormLine(String indicator, Place place, String subgroup, Span span) {

    public enum Place implements Coded {
        /** The unit's own area: a commune's, else the province. */
        OWN,
        /** Each area inside it, in a list. */
        INSIDE
    }

    public enum Span implements Coded {
        /** The period of the report. */
        PERIOD,
        /** From January through the end of that period. */
        TO_DATE;

        public Period of(Period reported) {
            return switch (this) {
                case PERIOD -> reported;
                case TO_DATE -> Period.yearToDate(reported.last());
            };
        }
    }
}
