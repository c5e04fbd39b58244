package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Chain;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Yardstick;

/**
 * What the vintages known on a day say about a target's period.
 *
 * @param amount the figure, in the indicator's unit; null without evidence
 * @param period the months that the figure covers
 * @param from the observation it comes from, the newest of them where it was put together from several
 * @param parts the figures it was put together from, in time; empty if it was reported as it is
 */
public record Reading(
        Evidence evidence,
        @Nullable Amount amount,
        @Nullable Period period,
        @Nullable Observation from,
        List<Observation> parts) {

    private static final Reading NOTHING = new Reading(Evidence.NONE, null, null, null, List.of());
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** @param known vintages of the target's indicator, place and part, known on the day */
    public static Reading of(TargetLine line, List<Observation> known) {
        return of(line, known, Yardstick.EXACT);
    }

    /** The same where several figures are read, of which the one counts that the aim likes least. */
    static Reading of(TargetLine line, List<Observation> known, Yardstick yardstick) {
        Aim aim = line.revision().aim();
        Period period = line.target().period();
        if (aim.due() != null) {
            return ofFirst(period, aim.due(), known);
        }
        InTime parts = line.indicator().summation().inTime();
        return switch (line.target().basis()) {
            case PERIOD -> of(parts, period, known);
            case AVERAGE_PER_YEAR -> ofAverageYear(parts, period, known);
            case EACH_YEAR -> ofEachYear(Measurement.worstFirst(line.indicator(), aim, yardstick), period, known);
        };
    }

    /**
     * The newest figure of months of which it is stated what is expected: by that one it can be told how far things are, though it
     * says nothing about the whole.
     */
    static Optional<Reading> ofCheckpoint(Set<Period> stated, Period wanted, List<Observation> known) {
        return newest(wanted, known).values().stream()
                .filter(observation -> stated.contains(observation.period()))
                .max(Comparator.comparing(Observation::period))
                .map(latest -> onTheWay(InTime.LAST, latest));
    }

    /**
     * @param parts how months, quarters and years make the whole
     * @param known vintages of one indicator, place and part, known on the day
     */
    static Reading of(InTime parts, Period wanted, List<Observation> known) {
        Map<Period, Observation> newest = newest(wanted, known);
        Observation whole = newest.get(wanted);
        if (whole != null) {
            return new Reading(Evidence.FULL, whole.amount(), wanted, whole, List.of());
        }
        if (parts == InTime.SUM) {
            return added(wanted, newest);
        }
        return wanted.isTerm() ? fromYears(parts, wanted, newest) : onTheWay(parts, wanted, newest);
    }

    /** A term's figures as an average of its years; what neither adds up nor is averaged says nothing of them. */
    static Reading ofAverageYear(InTime parts, Period term, List<Observation> known) {
        return switch (parts) {
            case SUM -> averageOfTotals(term, newest(term, known));
            case MEAN, COMPOUND -> of(parts, term, known);
            case LAST, NONE ->
                years(newest(term, known))
                        .reduce((one, later) -> later)
                        .map(Reading::incomparable)
                        .orElse(NOTHING);
        };
    }

    private static Reading averageOfTotals(Period term, Map<Period, Observation> newest) {
        Observation whole = newest.get(term);
        if (whole == null) {
            return together(InTime.MEAN, term, unbroken(term, years(newest).toList()));
        }
        BigDecimal years = BigDecimal.valueOf(term.months() / 12);
        BigDecimal average = whole.amount().value().divide(years, 6, RoundingMode.HALF_UP);
        return new Reading(Evidence.FULL, new Amount(average), term, whole, List.of());
    }

    /** The worst of a term's years so far; a figure of the whole term says nothing of each. */
    static Reading ofEachYear(Comparator<Amount> worstFirst, Period term, List<Observation> known) {
        List<Observation> years = years(newest(term, known)).toList();
        Evidence evidence = years.size() * 12 == term.months() ? Evidence.FULL : Evidence.PARTIAL;
        return years.stream()
                .min(Comparator.comparing(Observation::amount, worstFirst))
                .map(worst -> new Reading(evidence, worst.amount(), worst.period(), worst, List.of()))
                .orElse(NOTHING);
    }

    /**
     * When something was first known to be so: the first figure above zero of which the day it was known is stated. One
     * without a stated day could be earlier than those that are too late. What was taken back does not count.
     */
    static Reading ofFirst(Period wanted, LocalDate due, List<Observation> known) {
        Map<Period, Observation> newest = newest(wanted, known);
        List<Observation> above = known.stream()
                .filter(observation -> isAboveZero(observation)
                        && newest.containsKey(observation.period())
                        && isAboveZero(newest.get(observation.period())))
                .sorted(Observation.BY_CREDENCE)
                .toList();
        Optional<Observation> first =
                above.stream().filter(Observation::knownOnStated).findFirst();
        Optional<Observation> sometime =
                first.filter(observation -> observation.knownOn().isBefore(due)).isPresent()
                        ? Optional.empty()
                        : above.stream()
                                .filter(observation -> !observation.knownOnStated())
                                .findFirst();
        return sometime.map(Reading::incomparable)
                .or(() -> first.map(observation ->
                        new Reading(Evidence.FULL, observation.amount(), observation.period(), observation, List.of())))
                .orElse(NOTHING);
    }

    private static boolean isAboveZero(Observation observation) {
        return observation.amount().value().signum() > 0;
    }

    private static Reading incomparable(Observation observation) {
        return new Reading(Evidence.INCOMPARABLE, observation.amount(), observation.period(), observation, List.of());
    }

    private static Map<Period, Observation> newest(Period wanted, List<Observation> known) {
        return known.stream()
                .filter(observation -> wanted.contains(observation.period()))
                .collect(Collectors.toMap(
                        Observation::period,
                        observation -> observation,
                        (one, other) -> Observation.BY_CREDENCE.compare(one, other) >= 0 ? one : other));
    }

    private static Stream<Observation> years(Map<Period, Observation> newest) {
        return newest.values().stream()
                .filter(observation -> observation.period().isYear())
                .sorted(Comparator.comparing(Observation::period));
    }

    /** The parts of a total that follow each other from its beginning, as far as they reach; one that is missing ends it. */
    private static Reading added(Period wanted, Map<Period, Observation> newest) {
        List<Observation> chain =
                Chain.within(wanted, newest.keySet()).stream().map(newest::get).toList();
        if (chain.isEmpty()) {
            return NOTHING;
        }
        Observation last = chain.getLast();
        Period covered = new Period(wanted.first(), last.period().last());
        BigDecimal sum = sum(chain.stream().map(part -> part.amount().value()).toList());
        if (!Amount.fits(sum)) {
            return incomparable(last);
        }
        boolean complete = covered.equals(wanted);
        return new Reading(
                complete ? Evidence.FULL : Evidence.PARTIAL,
                new Amount(sum),
                covered,
                last,
                chain.size() == 1 ? List.of() : chain);
    }

    private static Reading onTheWay(InTime parts, Period wanted, Map<Period, Observation> newest) {
        return newest.values().stream()
                .max(Comparator.comparing(Observation::period))
                .map(observation -> onTheWay(parts, observation))
                .orElse(NOTHING);
    }

    private static Reading onTheWay(InTime parts, Observation latest) {
        boolean stands = parts == InTime.LAST;
        return new Reading(
                stands ? Evidence.PARTIAL : Evidence.INCOMPARABLE, latest.amount(), latest.period(), latest, List.of());
    }

    /** A term's figure from its years: the last one known, or a mean over years of which none is missing. */
    private static Reading fromYears(InTime parts, Period term, Map<Period, Observation> newest) {
        List<Observation> years = years(newest).toList();
        if (years.isEmpty()) {
            return NOTHING;
        }
        Observation last = years.getLast();
        boolean complete = last.period().last().equals(term.last());
        return switch (parts) {
            case LAST ->
                new Reading(complete ? Evidence.FULL : Evidence.PARTIAL, last.amount(), last.period(), last, List.of());
            case NONE ->
                new Reading(
                        complete ? Evidence.FULL : Evidence.INCOMPARABLE,
                        last.amount(),
                        last.period(),
                        last,
                        List.of());
            case MEAN, COMPOUND -> together(parts, term, unbroken(term, years));
            case SUM -> throw new AssertionError(parts);
        };
    }

    /** The years from the term's first on, up to the first that is missing. */
    private static List<Observation> unbroken(Period term, List<Observation> years) {
        int first = term.first().getYear();
        int count = 0;
        while (count < years.size() && years.get(count).period().equals(Period.ofYear(first + count))) {
            count++;
        }
        return years.subList(0, count);
    }

    private static Reading together(InTime parts, Period term, List<Observation> years) {
        if (years.isEmpty()) {
            return NOTHING;
        }
        Observation last = years.getLast();
        Period covered = new Period(term.first(), last.period().last());
        boolean complete = covered.equals(term);
        List<BigDecimal> figures =
                years.stream().map(observation -> observation.amount().value()).toList();
        BigDecimal figure = switch (parts) {
            case MEAN -> mean(figures);
            case COMPOUND -> averageGrowth(figures);
            case SUM, LAST, NONE -> throw new AssertionError(parts);
        };
        if (!Amount.fits(figure)) {
            return incomparable(last);
        }
        return new Reading(complete ? Evidence.FULL : Evidence.PARTIAL, new Amount(figure), covered, last, years);
    }

    private static BigDecimal sum(List<BigDecimal> figures) {
        return figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The arithmetic mean, for falls in percentage points. */
    private static BigDecimal mean(List<BigDecimal> figures) {
        return sum(figures).divide(BigDecimal.valueOf(figures.size()), 6, RoundingMode.HALF_UP);
    }

    /** (Π(1 + g))^(1/n) − 1 of growth rates in per cent, to six digits. A fall by everything or more leaves nothing to grow. */
    static BigDecimal averageGrowth(List<BigDecimal> rates) {
        double logarithms = 0;
        for (BigDecimal rate : rates) {
            double factor = BigDecimal.ONE.add(rate.movePointLeft(2)).doubleValue();
            if (factor <= 0) {
                return HUNDRED.negate();
            }
            logarithms += Math.log(factor);
        }
        return new BigDecimal(Math.expm1(logarithms / rates.size()))
                .multiply(HUNDRED)
                .setScale(6, RoundingMode.HALF_UP);
    }
}
