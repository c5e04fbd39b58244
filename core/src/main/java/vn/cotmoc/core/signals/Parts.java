package vn.cotmoc.core.signals;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cotmoc.core.observations.Derivation;
import vn.cotmoc.core.observations.Derivation.Derived;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Step;

/** A total's months, quarters or years, each as it was entered or as sums and differences say exactly; newest first. */
final class Parts {

    private final Derivation figures;
    private final List<Observation> shortOnes;

    /** @param believed of one series that adds up in time, one a period */
    Parts(Collection<Observation> believed) {
        shortOnes =
                believed.stream().filter(figure -> !figure.period().isTerm()).toList();
        figures = new Derivation(shortOnes);
    }

    /** Those without a gap from the one that ends then, back to the earliest that begins a year. */
    List<Derived> unbroken(YearMonth last, Step step) {
        List<Derived> parts = ending(last, step)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .toList();
        int count = parts.size();
        while (count > 0 && !parts.get(count - 1).period().isToDate()) {
            count--;
        }
        return parts.subList(0, count);
    }

    /** All there are, across gaps too. */
    List<Derived> every(Step step) {
        return shortOnes.stream()
                .map(figure -> figure.period().last())
                .max(YearMonth::compareTo)
                .map(newest -> ending(step.lastEnding(newest), step)
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }

    private Stream<Optional<Derived>> ending(YearMonth last, Step step) {
        return shortOnes.stream().map(figure -> figure.period().first()).min(YearMonth::compareTo).stream()
                .flatMap(first ->
                        Stream.iterate(last, end -> !end.isBefore(first), end -> end.minusMonths(step.months())))
                .map(end -> figures.of(step.ending(end)));
    }
}
