package vn.cotmoc.core.signals;

import java.math.BigDecimal;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.Derivation.Derived;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.periods.Step;

/**
 * The best that any month, quarter or year ever brought, in the years that are looked back on; of a level how far a year moved it.
 *
 * @param among how many there are
 */
public record BestPace(Step step, Amount amount, Period period, int among) {

    /** How many are needed to call one the best: a year of months or quarters, or three years; own design. */
    private static int fewest(Step step) {
        return step == Step.YEAR ? 3 : step.perYear();
    }

    /**
     * @param believed of one series, one a period
     * @param adds whether parts that were not entered follow from sums and differences
     * @param most whether more is better; else the least counts
     * @return empty if there are too few
     */
    public static Optional<BestPace> of(Step step, Collection<Observation> believed, boolean adds, boolean most) {
        List<Part> parts = adds
                ? new Parts(believed).every(step).stream().map(Part::of).toList()
                : believed.stream()
                        .filter(figure -> figure.period().months() == step.months())
                        .map(Part::of)
                        .toList();
        return best(step, parts, most);
    }

    /**
     * The best change of a level from one year's end to the next.
     *
     * @param believed of one series, one a period; that of a period is how things were at its end
     * @param most whether a rise is better; else the greatest fall counts
     * @return empty if there are too few
     */
    public static Optional<BestPace> ofChanges(Collection<Observation> believed, boolean most) {
        Map<Integer, Observation> ends = new TreeMap<>();
        for (Observation figure : believed) {
            if (figure.period().last().getMonth() == Month.DECEMBER) {
                ends.merge(figure.period().last().getYear(), figure, BestPace::longer);
            }
        }
        List<Part> changes = new ArrayList<>();
        ends.forEach((year, end) -> {
            Observation start = ends.get(year - 1);
            if (start != null) {
                BigDecimal change = end.amount().value().subtract(start.amount().value());
                if (Amount.fits(change)) {
                    changes.add(new Part(Period.ofYear(year), new Amount(change)));
                }
            }
        });
        return best(Step.YEAR, changes, most);
    }

    /** Of two that end together the one of the year speaks, not that of its last month. */
    private static Observation longer(Observation one, Observation other) {
        return one.period().months() >= other.period().months() ? one : other;
    }

    private static Optional<BestPace> best(Step step, List<Part> parts, boolean most) {
        Comparator<Part> better = Comparator.comparing(Part::amount);
        return parts.size() < fewest(step)
                ? Optional.empty()
                : parts.stream()
                        .max(most ? better : better.reversed())
                        .map(best -> new BestPace(step, best.amount(), best.period(), parts.size()));
    }

    private record Part(Period period, Amount amount) {

        static Part of(Derived derived) {
            return new Part(derived.period(), derived.amount());
        }

        static Part of(Observation figure) {
            return new Part(figure.period(), figure.amount());
        }
    }

    /** Whether each of what is left would have to be better than this. */
    public boolean isBeatenBy(BigDecimal required, boolean most) {
        int order = required.compareTo(amount.value());
        return most ? order > 0 : order < 0;
    }
}
