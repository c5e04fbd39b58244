package vn.cotmoc.core.coherence;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every check over one book. It reads nothing else and changes nothing. */
final class Coherence {

    private static final List<Function<Book, Stream<Finding>>> CHECKS = List.of(
            Counts::in,
            Wholes::in,
            Ways::in,
            Quarters::in,
            Terms::in,
            Rises::in,
            Structure::in,
            Authorities::in,
            Baselines::in,
            Directions::in);

    private Coherence() {}

    /** Those that concern the plan: conflicts before notes, otherwise in the order of the checks and of the targets. */
    static List<Finding> of(Book book) {
        return CHECKS.stream()
                .flatMap(check -> check.apply(book))
                .filter(book::concerns)
                .sorted(Comparator.comparing(Finding::grade))
                .toList();
    }
}
