package vn.cotmoc.core.forms;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;

/** How often a form is filled in: once in each period of this length. */
public enum Frequency implements Coded {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    Frequency(int months) {
        this.months = months;
    }

    public boolean isOne(Period period) {
        return period.months() == months;
    }

    /** The one that the day lies in, by that calendar. */
    public Period containing(LocalDate day, Calendar calendar) {
        YearMonth month = YearMonth.from(day);
        if (day.isAfter(calendar.lastDay(Period.ofMonth(month)))) {
            month = month.plusMonths(1);
        }
        return beginning(YearMonth.of(month.getYear(), (month.getMonthValue() - 1) / months * months + 1));
    }

    /** From the first through the last, in their order; none if the last is before the first. */
    public List<Period> through(Period first, Period last) {
        return Stream.iterate(
                        first,
                        one -> one.compareTo(last) <= 0,
                        one -> beginning(one.last().plusMonths(1)))
                .toList();
    }

    private Period beginning(YearMonth first) {
        return new Period(first, first.plusMonths(months - 1L));
    }
}
