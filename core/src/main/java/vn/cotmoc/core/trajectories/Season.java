package vn.cotmoc.core.trajectories;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.observations.Calculation;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;

/**
 * How a total is assumed to come about over the months of its period, as one line that never falls. Of a year it goes through the mean
 * shares that its first months had in past years, all of the same years; between these, and where there are none, it rises evenly.
 *
 * @param shares by how many months, from 0 to all of them, exact
 * @param years whose shares were averaged, oldest first; empty if linear
 */
public record Season(NavigableMap<Integer, Ratio> shares, List<Integer> years) {

    /** How many years it looks back. */
    public static final int LOOKS_BACK = 5;

    private static final int FEWEST_YEARS = 2;
    private static final int MONTHS = 12;

    /**
     * Of those of the {@value #LOOKS_BACK} years before that are complete; a share of less than nothing or more than all (by
     * corrections) does not count. The years are those of which most have the same months: with fewer than {@value #FEWEST_YEARS}, and
     * of any other period than a year, it is linear.
     *
     * @param known vintages of one indicator, place and part, those of past years among them
     */
    public static Season of(Period whole, List<Observation> known) {
        Map<Integer, Map<Integer, Ratio>> past =
                whole.isYear() ? past(whole.first().getYear(), known) : Map.of();
        NavigableMap<Integer, Set<Integer>> yearsWith = new TreeMap<>();
        past.forEach((year, shares) -> shares.keySet()
                .forEach(months -> yearsWith
                        .computeIfAbsent(months, none -> new TreeSet<>())
                        .add(year)));
        NavigableMap<Integer, Ratio> line = new TreeMap<>();
        line.put(0, new Ratio(BigDecimal.ZERO, BigDecimal.ONE));
        Set<Integer> years = yearsWith.values().stream()
                .filter(some -> some.size() >= FEWEST_YEARS)
                .max(Comparator.<Set<Integer>>comparingInt(Set::size)
                        .thenComparingLong(some -> yearsWith.values().stream()
                                .filter(others -> others.containsAll(some))
                                .count()))
                .orElse(Set.of());
        if (!years.isEmpty()) {
            yearsWith.forEach((months, some) -> {
                if (some.containsAll(years)) {
                    Ratio mean = mean(years.stream()
                            .map(year -> past.getOrDefault(year, Map.of()).get(months))
                            .toList());
                    if (mean.minus(line.lastEntry().getValue()).numerator().signum() >= 0) {
                        line.put(months, mean);
                    }
                }
            });
        }
        line.put(whole.months(), new Ratio(BigDecimal.ONE, BigDecimal.ONE));
        return new Season(line, List.copyOf(years));
    }

    public Origin origin() {
        return years.isEmpty() ? Origin.LINEAR : Origin.SEASONAL;
    }

    /** The share of the whole that so many first months bring. */
    public Ratio by(int months) {
        Map.Entry<Integer, Ratio> before = shares.floorEntry(months);
        Map.Entry<Integer, Ratio> after = shares.ceilingEntry(months);
        if (before.getKey().equals(after.getKey())) {
            return before.getValue();
        }
        Ratio gone = new Ratio(
                BigDecimal.valueOf(months - before.getKey()), BigDecimal.valueOf(after.getKey() - before.getKey()));
        return before.getValue().plus(after.getValue().minus(before.getValue()).times(gone));
    }

    /** The share that is brought from one month's end to another's. */
    public Ratio between(int from, int to) {
        return by(to).minus(by(from));
    }

    private static Ratio mean(List<Ratio> ratios) {
        Ratio sum = ratios.stream().reduce(Ratio::plus).orElseThrow();
        return new Ratio(sum.numerator(), sum.denominator().multiply(BigDecimal.valueOf(ratios.size())));
    }

    /** By year and number of months, of complete years. */
    private static Map<Integer, Map<Integer, Ratio>> past(int year, List<Observation> known) {
        Map<Integer, Map<Period, BigDecimal>> figures = new HashMap<>();
        Calculation.newest(known).forEach((period, figure) -> {
            int of = period.first().getYear();
            if (of >= year - LOOKS_BACK && of < year && Period.ofYear(of).contains(period)) {
                figures.computeIfAbsent(of, none -> new TreeMap<>())
                        .put(period, figure.amount().value());
            }
        });
        Map<Integer, Map<Integer, Ratio>> past = new TreeMap<>();
        figures.forEach((of, ofYear) -> {
            NavigableMap<Integer, Sum> sums = sums(ofYear);
            Sum total = sums.get(MONTHS);
            if (total != null && total.amount().signum() > 0) {
                Map<Integer, Ratio> shares = new TreeMap<>();
                sums.subMap(1, MONTHS).forEach((months, sum) -> {
                    if (sum.amount().signum() >= 0 && sum.amount().compareTo(total.amount()) <= 0) {
                        shares.put(months, new Ratio(sum.amount(), total.amount()));
                    }
                });
                past.put(of, shares);
            }
        });
        return past;
    }

    /** What the first months of a year brought. @param parts of how many figures */
    private record Sum(BigDecimal amount, int parts) {}

    /** By how many months, as far as figures reach from the year's beginning without a gap; of the fewest figures. */
    private static NavigableMap<Integer, Sum> sums(Map<Period, BigDecimal> figures) {
        NavigableMap<Integer, Sum> sums = new TreeMap<>();
        sums.put(0, new Sum(BigDecimal.ZERO, 0));
        IntStream.rangeClosed(1, MONTHS)
                .forEach(end -> figures.forEach((period, amount) -> {
                    Sum before = sums.get(end - period.months());
                    if (period.last().getMonthValue() == end && before != null) {
                        Sum sum = new Sum(before.amount().add(amount), before.parts() + 1);
                        sums.merge(end, sum, (one, other) -> one.parts() <= other.parts() ? one : other);
                    }
                }));
        sums.remove(0);
        return sums;
    }
}
