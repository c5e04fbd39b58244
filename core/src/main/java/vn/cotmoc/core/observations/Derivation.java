package vn.cotmoc.core.observations;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;

/**
 * What the figures of a total say of another period, by exact sums and differences. A figure leads from the end of the month
 * before it to the end of its last month, forwards added and backwards taken away; whatever two ends are connected have a
 * figure, and across a gap nothing is. Of several ways the one of fewest figures counts, so that what was entered stays as it is.
 */
public final class Derivation {

    private final Map<YearMonth, List<Step>> leaving = new HashMap<>();

    /** @param figures of one series that adds up in time, one a period; terms of years are left out */
    public Derivation(Collection<Observation> figures) {
        figures.stream()
                .filter(figure -> !figure.period().isTerm())
                .sorted(Comparator.comparing(Observation::period))
                .forEach(figure -> {
                    Step forwards = new Step(figure, true);
                    Step backwards = new Step(figure, false);
                    leaving.computeIfAbsent(forwards.from(), end -> new ArrayList<>())
                            .add(forwards);
                    leaving.computeIfAbsent(backwards.from(), end -> new ArrayList<>())
                            .add(backwards);
                });
    }

    /** A figure on the way, added or taken away. */
    public record Step(Observation figure, boolean added) {

        private YearMonth from() {
            return added
                    ? figure.period().first().minusMonths(1)
                    : figure.period().last();
        }

        private YearMonth to() {
            return added ? figure.period().last() : figure.period().first().minusMonths(1);
        }

        private BigDecimal value() {
            return added ? figure.amount().value() : figure.amount().value().negate();
        }
    }

    /** @param steps what it is made of; one that is its own period's was entered as it is */
    public record Derived(Period period, Amount amount, List<Step> steps) {

        public boolean isEntered() {
            return steps.size() == 1;
        }
    }

    /** Empty across a gap, and if the sum is too large to be kept. */
    public Optional<Derived> of(Period period) {
        YearMonth start = period.first().minusMonths(1);
        Map<YearMonth, List<Step>> reached = new LinkedHashMap<>(Map.of(start, List.of()));
        List<YearMonth> next = new ArrayList<>(List.of(start));
        while (!next.isEmpty() && !reached.containsKey(period.last())) {
            YearMonth end = next.removeFirst();
            for (Step step : leaving.getOrDefault(end, List.of())) {
                if (!reached.containsKey(step.to())) {
                    List<Step> way = new ArrayList<>(reached.getOrDefault(end, List.of()));
                    way.add(step);
                    reached.put(step.to(), way);
                    next.add(step.to());
                }
            }
        }
        return Optional.ofNullable(reached.get(period.last())).flatMap(way -> derived(period, way));
    }

    private static Optional<Derived> derived(Period period, List<Step> way) {
        BigDecimal sum = way.stream().map(Step::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Amount.fits(sum)
                ? Optional.of(new Derived(period, new Amount(sum), List.copyOf(way)))
                : Optional.empty();
    }
}
