package vn.cotmoc.core.periods;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Periods that follow each other without gap or overlap. */
public final class Chain {

    private Chain() {}

    /**
     * The parts that follow each other from the beginning of the whole, as far as they reach; one that is missing ends it. Of all
     * that reach furthest and cover a period that has a name it is the one of fewest parts, so that a cumulative one outranks the
     * months that it sums.
     *
     * @return empty if nothing begins where the whole begins
     */
    public static List<Period> within(Period whole, Collection<Period> parts) {
        Map<YearMonth, List<Period>> reaching = new TreeMap<>();
        reaching.put(whole.first().minusMonths(1), List.of());
        List<Period> byEnd = parts.stream()
                .filter(whole::contains)
                .sorted(Comparator.comparing(Period::last).thenComparing(Period::first))
                .toList();
        for (Period part : byEnd) {
            List<Period> before = reaching.get(part.first().minusMonths(1));
            if (before != null) {
                List<Period> longer = new ArrayList<>(before);
                longer.add(part);
                reaching.merge(part.last(), longer, (one, other) -> one.size() <= other.size() ? one : other);
            }
        }
        return reaching.entrySet().stream()
                .filter(reached -> Period.exists(whole.first(), reached.getKey()))
                .map(Map.Entry::getValue)
                .reduce(List.of(), (shorter, longer) -> longer);
    }

    /** What a chain covers from its first month to its last. @throws IllegalArgumentException if these months have no name */
    public static Period covered(List<Period> chain) {
        return new Period(chain.getFirst().first(), chain.getLast().last());
    }
}
