package vn.cotmoc.core.signals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Cadence;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.periods.Step;

/**
 * How far the figures of a target reach by a day.
 *
 * @param newest the period that ends last of those with a figure; null if there is none
 * @param step how often the indicator is measured
 * @param late periods of that length that are over by the day, or by the target's end, and end after the newest
 * @param covered months of the target's period that are over and that some figure speaks of
 * @param gone months of the target's period that are over
 */
public record Freshness(@Nullable Period newest, Step step, int late, int covered, int gone) {

    /** @param believed figures of the target's indicator, place and part */
    public static Freshness of(Cadence cadence, Period wanted, Collection<Observation> believed, LocalDate day) {
        Step step = switch (cadence) {
            case YEAR -> Step.YEAR;
            case QUARTER -> Step.QUARTER;
            case MONTH -> Step.MONTH;
        };
        YearMonth over = over(wanted, day);
        Period newest = believed.stream()
                .map(Observation::period)
                .max(Comparator.naturalOrder())
                .orElse(null);
        int late = newest == null ? 0 : parts(newest.last(), step.lastEnding(over), step);
        long covered = believed.stream()
                .map(Observation::period)
                .filter(wanted::contains)
                .flatMap(period -> Stream.iterate(
                        period.first(), month -> !month.isAfter(period.last()), month -> month.plusMonths(1)))
                .filter(month -> !month.isAfter(over))
                .distinct()
                .count();
        int gone = (int) Math.max(0, ChronoUnit.MONTHS.between(wanted.first(), over) + 1);
        return new Freshness(newest, step, late, (int) covered, gone);
    }

    /** The last month that is over by the day, and not after the target's. */
    private static YearMonth over(Period wanted, LocalDate day) {
        YearMonth month = YearMonth.from(day.plusDays(1)).minusMonths(1);
        return month.isAfter(wanted.last()) ? wanted.last() : month;
    }

    private static int parts(YearMonth newest, YearMonth last, Step step) {
        int months = (int) Math.max(0, ChronoUnit.MONTHS.between(newest, last));
        return Math.ceilDiv(months, step.months());
    }

    /** What {@link Age} is told by; null if there never was a figure. */
    public @Nullable Integer lateSinceNewest() {
        return newest == null ? null : late;
    }
}
