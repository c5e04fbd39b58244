package vn.cotmoc.core.periods;

import java.time.LocalDate;
import vn.cotmoc.core.measure.Coded;

/**
 * On which days a period begins and ends. By the calendar of legal reporting every month runs from the 15th of the month before
 * to its own 14th, and so do quarters, halves and years: July 2026 is 15 June to 14 July, the year 15 December to 14 December.
 */
public enum Calendar implements Coded {
    CIVIL {
        @Override
        public LocalDate firstDay(Period period) {
            return period.firstDay();
        }

        @Override
        public LocalDate lastDay(Period period) {
            return period.lastDay();
        }
    },
    LEGAL {
        @Override
        public LocalDate firstDay(Period period) {
            return period.first().minusMonths(1).atDay(15);
        }

        @Override
        public LocalDate lastDay(Period period) {
            return period.last().atDay(14);
        }
    };

    public abstract LocalDate firstDay(Period period);

    public abstract LocalDate lastDay(Period period);
}
