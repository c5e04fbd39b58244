package vn.cotmoc.core.signals;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.forecast.Forecast;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.observations.Derivation.Derived;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.periods.Step;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.Wanted;
import vn.cotmoc.core.targets.Yardstick;

/** How a target is likely to end, drawn from the figures of its own indicator, place and part; or why nobody can say. */
public sealed interface Prospect {

    /** Why there is nothing to say, however many points there are. */
    enum Silence implements Coded {
        /** The figure of the whole period is there. */
        COMPLETE,
        /** No figure of the year reaches from its beginning, so nothing says how it goes. */
        NOTHING_YET,
        /** Ranks, conditions, parts of a year, totals and averages of several years. */
        NOT_FORECAST,
        /** A figure inside the period is newer than the yearly ones, which therefore know less than it does. */
        NEWER_FIGURE,
        /** The newest yearly figure lies further back than the method was validated for. */
        TOO_FAR,
        /** The figures differ by powers of ten, so that the interval would hold anything. */
        UNEVEN
    }

    record Silent(Silence reason) implements Prospect {}

    /** Chưa đủ số liệu: no probability is stated. */
    record TooFew(Step step, int points, int needed) implements Prospect {}

    /**
     * @param step what its points are
     * @param through the newest of them
     * @param probability that the aim is attained, from 0 to 1, not rounded; empty where the comparator has no amount
     */
    record Likely(Step step, Period through, Forecast.Likely forecast, Optional<Double> probability)
            implements Prospect {}

    /**
     * @param reached the last month to which the period's figures say how far things are; null if none does
     * @param complete whether they say how it ends
     * @param believed of each period, those of past years among them
     */
    static Prospect of(
            Indicator indicator,
            Target target,
            Aim aim,
            @Nullable YearMonth reached,
            boolean complete,
            Map<Period, Observation> believed,
            Yardstick yardstick) {
        if (complete) {
            return new Silent(Silence.COMPLETE);
        }
        InTime parts = indicator.summation().inTime();
        boolean ordered = indicator.kind() == MeasureKind.RANK || indicator.kind() == MeasureKind.CONDITION;
        if (ordered || target.basis() != Basis.PERIOD || !isForecast(parts, target.period())) {
            return new Silent(Silence.NOT_FORECAST);
        }
        Optional<Wanted> wanted =
                aim.amount() == null ? Optional.empty() : Wanted.of(indicator.direction(), aim, yardstick);
        if (parts == InTime.SUM) {
            return reached == null
                    ? new Silent(Silence.NOTHING_YET)
                    : ofTotal(target.period(), reached, believed.values(), wanted);
        }
        return reached == null || parts != InTime.LAST
                ? ofValue(target.period(), believed, wanted)
                : new Silent(Silence.NEWER_FIGURE);
    }

    /** What years make together is not: neither totals nor averages of terms. */
    private static boolean isForecast(InTime parts, Period period) {
        return switch (parts) {
            case SUM, MEAN, COMPOUND -> period.isYear();
            case LAST, NONE -> period.isYear() || period.isTerm();
        };
    }

    /** By months, else by quarters; if neither are enough, of those that are nearer to it. */
    private static Prospect ofTotal(
            Period year, YearMonth reached, Collection<Observation> believed, Optional<Wanted> wanted) {
        Parts parts = new Parts(believed);
        YearMonth quarter = Step.QUARTER.lastEnding(reached);
        Prospect byMonths = ofTotal(parts.unbroken(reached, Step.MONTH), Step.MONTH, wanted);
        if (!(byMonths instanceof TooFew months) || quarter.isBefore(year.first())) {
            return byMonths;
        }
        Prospect byQuarters = ofTotal(parts.unbroken(quarter, Step.QUARTER), Step.QUARTER, wanted);
        return byQuarters instanceof TooFew quarters
                        && (long) months.points * quarters.needed >= (long) quarters.points * months.needed
                ? months
                : byQuarters;
    }

    private static Prospect ofTotal(List<Derived> newestFirst, Step step, Optional<Wanted> wanted) {
        List<BigDecimal> values = newestFirst.reversed().stream()
                .map(part -> part.amount().value())
                .toList();
        return said(
                Forecast.ofTotal(values, step.perYear()),
                step,
                newestFirst.isEmpty() ? null : newestFirst.getFirst().period(),
                wanted);
    }

    private static Prospect ofValue(Period period, Map<Period, Observation> believed, Optional<Wanted> wanted) {
        TreeMap<Integer, BigDecimal> years = new TreeMap<>();
        believed.forEach((of, figure) -> {
            if (of.isYear() && of.last().isBefore(period.last())) {
                years.put(of.last().getYear(), figure.amount().value());
            }
        });
        List<BigDecimal> values = years.descendingMap().entrySet().stream()
                .takeWhile(year -> years.lastKey() - year.getKey()
                        == years.tailMap(year.getKey(), false).size())
                .map(Map.Entry::getValue)
                .toList()
                .reversed();
        int steps = years.isEmpty() ? 1 : period.last().getYear() - years.lastKey();
        return steps > Forecast.FARTHEST
                ? new Silent(Silence.TOO_FAR)
                : said(
                        Forecast.ofValue(values, steps),
                        Step.YEAR,
                        years.isEmpty() ? null : Period.ofYear(years.lastKey()),
                        wanted);
    }

    private static Prospect said(Forecast forecast, Step step, @Nullable Period through, Optional<Wanted> wanted) {
        return switch (forecast) {
            case Forecast.TooFew few -> new TooFew(step, few.points(), few.needed());
            case Forecast.Likely likely when through == null || !likely.isBounded() -> new Silent(Silence.UNEVEN);
            case Forecast.Likely likely ->
                new Likely(step, through, likely, wanted.map(aim -> probability(aim, likely)));
        };
    }

    private static double probability(Wanted wanted, Forecast.Likely forecast) {
        Wanted.End low = wanted.low();
        Wanted.End high = wanted.high();
        double reached = low == null ? 1 : beyond(forecast, low.amount(), low.inside());
        double passed = high == null ? 0 : beyond(forecast, high.amount(), !high.inside());
        return Math.max(0, reached - passed);
    }

    private static double beyond(Forecast.Likely forecast, BigDecimal amount, boolean itself) {
        return itself ? forecast.probabilityOfAtLeast(amount) : forecast.probabilityOfMoreThan(amount);
    }

    /** Of attaining the aim, not rounded; null where nothing is said of it. */
    default @Nullable Double chance() {
        return this instanceof Likely likely ? likely.probability().orElse(null) : null;
    }
}
