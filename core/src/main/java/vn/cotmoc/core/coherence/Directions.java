package vn.cotmoc.core.coherence;

import java.util.stream.Stream;

/** A ceiling of what should rise, or a floor of what should fall: it can be meant. */
final class Directions {

    private Directions() {}

    static Stream<Finding> in(Book book) {
        return book.targets().stream()
                .filter(line -> line.revision()
                        .aim()
                        .comparator()
                        .goesAgainst(line.indicator().direction()))
                .map(line -> new Finding.AgainstDirection(Fact.of(line), Fact.describing(line)));
    }
}
