package vn.cotmoc.core.coherence;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.targets.Yardstick;

/** Two authorities that set one thing differently: 11 % and hơn 11 %. */
final class Authorities {

    private Authorities() {}

    static Stream<Finding> in(Book book) {
        List<TargetLine> targets = book.targets();
        return IntStream.range(0, targets.size())
                .boxed()
                .flatMap(i -> targets.subList(i + 1, targets.size()).stream()
                        .filter(other -> disagree(targets.get(i), other))
                        .map(other -> new Finding.AuthoritiesDisagree(Fact.of(targets.get(i)), Fact.of(other))));
    }

    private static boolean disagree(TargetLine one, TargetLine other) {
        return Agreement.of(
                        one.indicator().direction(),
                        one.target(),
                        one.revision().aim(),
                        other.target(),
                        other.revision().aim(),
                        Yardstick.EXACT)
                != Agreement.AGREED;
    }
}
