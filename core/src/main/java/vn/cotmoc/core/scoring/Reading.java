package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;

/**
 * What the vintages known on a day say about a target's period.
 *
 * @param amount the figure, in the indicator's unit; null without evidence
 * @param period the months that the figure covers
 * @param from the observation it comes from, the newest of them where it was put together from several
 * @param expected the share of the whole period that its months make up; null where time says nothing
 */
record Reading(
        Evidence evidence,
        @Nullable Amount amount,
        @Nullable Period period,
        @Nullable Observation from,
        @Nullable Ratio expected) {

    private static final Reading NOTHING = new Reading(Evidence.NONE, null, null, null, null);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** @param known vintages of one indicator, place and part, known on the day */
    static Reading of(MeasureKind kind, Period wanted, List<Observation> known) {
        Map<Period, Observation> newest = known.stream()
                .filter(observation -> wanted.contains(observation.period()))
                .collect(Collectors.toMap(
                        Observation::period,
                        observation -> observation,
                        (one, other) -> Observation.BY_CREDENCE.compare(one, other) >= 0 ? one : other));
        Observation whole = newest.get(wanted);
        if (whole != null) {
            return new Reading(Evidence.FULL, whole.amount(), wanted, whole, null);
        }
        return wanted.isTerm() ? fromYears(kind, wanted, newest) : onTheWay(kind, wanted, newest);
    }

    private static Reading onTheWay(MeasureKind kind, Period wanted, Map<Period, Observation> newest) {
        Optional<Observation> latest = newest.values().stream()
                .filter(observation -> kind != MeasureKind.FLOW || startsWith(wanted, observation.period()))
                .max(Comparator.comparing(Observation::period));
        return latest.map(observation -> onTheWay(kind, wanted, observation)).orElse(NOTHING);
    }

    private static Reading onTheWay(MeasureKind kind, Period wanted, Observation latest) {
        Period covered = latest.period();
        return switch (kind) {
            case FLOW -> new Reading(Evidence.PARTIAL, latest.amount(), covered, latest, shareOf(wanted, covered));
            case LEVEL, SHARE, COUNT, RANK, INDEX, CONDITION ->
                new Reading(Evidence.PARTIAL, latest.amount(), covered, latest, null);
            case RATE, REDUCTION -> new Reading(Evidence.INCOMPARABLE, latest.amount(), covered, latest, null);
        };
    }

    private static Ratio shareOf(Period whole, Period part) {
        return new Ratio(BigDecimal.valueOf(part.months()), BigDecimal.valueOf(whole.months()));
    }

    private static boolean startsWith(Period whole, Period part) {
        return part.first().equals(whole.first());
    }

    /** A term's figure from its years: a sum, a mean, or the last one; never with a year missing in between. */
    private static Reading fromYears(MeasureKind kind, Period term, Map<Period, Observation> newest) {
        List<Observation> years = new ArrayList<>();
        for (int year = term.first().getYear(); year <= term.last().getYear(); year++) {
            Observation observation = newest.get(Period.ofYear(year));
            if (observation == null) {
                break;
            }
            years.add(observation);
        }
        if (years.isEmpty()) {
            return NOTHING;
        }
        Observation last = years.getLast();
        boolean complete = last.period().last().equals(term.last());
        if (kind == MeasureKind.LEVEL || kind == MeasureKind.SHARE || kind == MeasureKind.COUNT) {
            return new Reading(complete ? Evidence.FULL : Evidence.PARTIAL, last.amount(), last.period(), last, null);
        }
        Period covered = new Period(term.first(), last.period().last());
        List<Amount> amounts = years.stream().map(Observation::amount).toList();
        return switch (kind) {
            case FLOW ->
                new Reading(
                        complete ? Evidence.FULL : Evidence.PARTIAL,
                        sum(amounts),
                        covered,
                        last,
                        complete ? null : shareOf(term, covered));
            case RATE ->
                new Reading(complete ? Evidence.FULL : Evidence.PARTIAL, averageGrowth(amounts), covered, last, null);
            case REDUCTION ->
                new Reading(complete ? Evidence.FULL : Evidence.PARTIAL, mean(amounts), covered, last, null);
            case INDEX, RANK, CONDITION ->
                new Reading(complete ? Evidence.FULL : Evidence.INCOMPARABLE, last.amount(), last.period(), last, null);
            case LEVEL, SHARE, COUNT -> throw new AssertionError(kind);
        };
    }

    private static Amount sum(List<Amount> amounts) {
        return new Amount(amounts.stream().map(Amount::value).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The arithmetic mean, for falls in percentage points. */
    private static Amount mean(List<Amount> amounts) {
        return new Amount(sum(amounts).value().divide(BigDecimal.valueOf(amounts.size()), 6, RoundingMode.HALF_UP));
    }

    /** (Π(1 + g))^(1/n) − 1 of growth rates in per cent, to six digits. */
    static Amount averageGrowth(List<Amount> rates) {
        BigDecimal product = rates.stream()
                .map(rate -> BigDecimal.ONE.add(rate.value().divide(HUNDRED)))
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
        double root = Math.pow(product.doubleValue(), 1.0 / rates.size());
        return new Amount(new BigDecimal(root, MathContext.DECIMAL64)
                .subtract(BigDecimal.ONE)
                .multiply(HUNDRED)
                .setScale(6, RoundingMode.HALF_UP));
    }
}
