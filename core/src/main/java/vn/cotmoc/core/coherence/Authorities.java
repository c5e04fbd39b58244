package vn.cotmoc.core.coherence;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.targets.Yardstick;

/** Two authorities that set one thing differently: 11 % and hơn 11 %, which 11,5 % meets, or so that nothing meets both. */
final class Authorities {

    private Authorities() {}

    static Stream<Finding> in(Book book) {
        List<TargetLine> targets = book.targets();
        return IntStream.range(0, targets.size())
                .boxed()
                .flatMap(i -> targets.subList(i + 1, targets.size()).stream()
                        .flatMap(other -> found(targets.get(i), other).stream()));
    }

    private static Optional<Finding> found(TargetLine one, TargetLine other) {
        Agreement agreement = Agreement.of(
                one.indicator().direction(),
                one.target(),
                one.revision().aim(),
                other.target(),
                other.revision().aim(),
                Yardstick.EXACT);
        return switch (agreement) {
            case AGREED -> Optional.empty();
            case DIFFERENT -> Optional.of(new Finding.AuthoritiesDisagree(Fact.of(one), Fact.of(other), true));
            case CONTRADICTED -> Optional.of(new Finding.AuthoritiesDisagree(Fact.of(one), Fact.of(other), false));
        };
    }
}
