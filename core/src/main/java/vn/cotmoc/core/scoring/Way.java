package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.trajectories.Season;
import vn.cotmoc.core.trajectories.Trajectory;

/**
 * The way of a total from the beginning of its period to its aim, as its checkpoints state it. Months are counted from that beginning.
 *
 * <p>What is brought by the end of a month is known where checkpoints lead there without a gap, from the beginning or, backwards, from
 * the aim; of two ways the one of fewer checkpoints, so that a cumulative one outranks the quarters that it sums. Between two known
 * ends a checkpoint that stands alone brings what it says, and the other months share what is left by the {@link Season}.
 *
 * @param version of the trajectory
 */
record Way(Period whole, List<Leg> legs, @Nullable BigDecimal aim, int version) {

    /** A checkpoint: what is brought from one month's end to another's. */
    private record Leg(int from, int to, BigDecimal amount) {

        int months() {
            return to - from;
        }

        boolean isApartFrom(Leg other) {
            return to <= other.from || other.to <= from;
        }
    }

    static Way of(TargetLine line, Trajectory trajectory, SortedMap<Period, Amount> path) {
        Period whole = line.target().period();
        return new Way(
                whole,
                path.entrySet().stream()
                        .filter(checkpoint -> whole.contains(checkpoint.getKey()))
                        .map(checkpoint -> leg(
                                whole,
                                checkpoint.getKey(),
                                checkpoint.getValue().value()))
                        .toList(),
                RequiredPace.wanted(line).orElse(null),
                trajectory.version());
    }

    private static Leg leg(Period whole, Period months, BigDecimal amount) {
        int to = (int) ChronoUnit.MONTHS.between(whole.first(), months.last()) + 1;
        return new Leg(to - months.months(), to, amount);
    }

    /** What is expected by the end of some first months; empty where neither a checkpoint nor an amount aimed at lies ahead or behind. */
    Optional<Expectation> at(Period covered, List<Observation> known) {
        int now = covered.months();
        NavigableMap<Integer, BigDecimal> stated = stated();
        BigDecimal here = stated.get(now);
        if (here != null) {
            return amount(here).map(amount -> new Expectation.Stated(amount, covered, version));
        }
        Map.Entry<Integer, BigDecimal> before = stated.floorEntry(now);
        Map.Entry<Integer, BigDecimal> after = stated.ceilingEntry(now);
        if (after == null || after.getValue().compareTo(before.getValue()) < 0) {
            return held(before);
        }
        Season season = Season.of(whole, known);
        BigDecimal between =
                between(before.getKey(), now, after.getKey(), after.getValue().subtract(before.getValue()), season);
        return amount(before.getValue().add(between))
                .map(amount -> new Expectation.Between(amount, covered, version, season.origin(), season.years()));
    }

    /** Nothing more is expected than what was by then. */
    private Optional<Expectation> held(Map.Entry<Integer, BigDecimal> before) {
        int months = before.getKey();
        return months == 0
                ? Optional.empty()
                : amount(before.getValue())
                        .map(amount -> new Expectation.Stated(
                                amount, new Period(whole.first(), whole.first().plusMonths(months - 1L)), version));
    }

    private static Optional<Amount> amount(BigDecimal value) {
        return Amount.fits(value) ? Optional.of(new Amount(value)) : Optional.empty();
    }

    /** By the ends of which months what is known; by none nothing. */
    private NavigableMap<Integer, BigDecimal> stated() {
        NavigableMap<Integer, BigDecimal> known = new TreeMap<>();
        spread(0, BigDecimal.ZERO, known);
        if (aim != null && !known.containsKey(whole.months())) {
            spread(whole.months(), aim, known);
        }
        known.keySet()
                .removeIf(months -> months > 0
                        && !Period.exists(whole.first(), whole.first().plusMonths(months - 1L)));
        return known;
    }

    /** Along the checkpoints, the fewest first. */
    private void spread(int from, BigDecimal amount, Map<Integer, BigDecimal> known) {
        known.put(from, amount);
        Deque<Map.Entry<Integer, BigDecimal>> reached = new ArrayDeque<>(List.of(Map.entry(from, amount)));
        while (!reached.isEmpty()) {
            Map.Entry<Integer, BigDecimal> at = reached.removeFirst();
            for (Leg leg : legs) {
                if (leg.from() == at.getKey()) {
                    reach(leg.to(), at.getValue().add(leg.amount()), known, reached);
                } else if (leg.to() == at.getKey()) {
                    reach(leg.from(), at.getValue().subtract(leg.amount()), known, reached);
                }
            }
        }
    }

    private static void reach(
            int month, BigDecimal by, Map<Integer, BigDecimal> known, Deque<Map.Entry<Integer, BigDecimal>> reached) {
        if (known.putIfAbsent(month, by) == null) {
            reached.addLast(Map.entry(month, by));
        }
    }

    /** What comes by now, of all that comes from one known end to the next; half-up to six digits. */
    private BigDecimal between(int from, int now, int to, BigDecimal all, Season season) {
        List<Leg> alone = alone(from, to);
        BigDecimal rest = all;
        BigDecimal come = BigDecimal.ZERO;
        Ratio free = season.between(from, to);
        Ratio freeGone = season.between(from, now);
        for (Leg leg : alone) {
            rest = rest.subtract(leg.amount());
            int upTo = Math.min(Math.max(now, leg.from()), leg.to());
            Ratio brings = season.between(leg.from(), leg.to());
            Ratio gone = season.between(leg.from(), upTo);
            come = come.add(share(leg.amount(), gone, brings, upTo - leg.from(), leg.months()));
            free = free.minus(brings);
            freeGone = freeGone.minus(gone);
        }
        int freeMonths = to - from - alone.stream().mapToInt(Leg::months).sum();
        int freeMonthsGone = now
                - from
                - alone.stream()
                        .mapToInt(leg -> Math.min(Math.max(now, leg.from()), leg.to()) - leg.from())
                        .sum();
        return come.add(share(rest.max(BigDecimal.ZERO), freeGone, free, freeMonthsGone, freeMonths))
                .setScale(6, RoundingMode.HALF_UP);
    }

    /** By the season, or evenly where it brings nothing at all. */
    private static BigDecimal share(BigDecimal amount, Ratio gone, Ratio all, int monthsGone, int months) {
        if (months == 0 || monthsGone == 0) {
            return BigDecimal.ZERO;
        }
        return all.numerator().signum() > 0
                ? amount.multiply(gone.numerator())
                        .multiply(all.denominator())
                        .divide(gone.denominator().multiply(all.numerator()), 12, RoundingMode.HALF_UP)
                : amount.multiply(BigDecimal.valueOf(monthsGone))
                        .divide(BigDecimal.valueOf(months), 12, RoundingMode.HALF_UP);
    }

    /** The checkpoints between two known ends that lead to neither; of those that overlap the longer. */
    private List<Leg> alone(int from, int to) {
        List<Leg> alone = new ArrayList<>();
        legs.stream()
                .filter(leg -> leg.from() > from && leg.to() < to)
                .sorted(Comparator.comparingInt(Leg::months).reversed())
                .filter(leg -> alone.stream().allMatch(leg::isApartFrom))
                .forEach(alone::add);
        return alone;
    }
}
