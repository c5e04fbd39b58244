package vn.cotmoc.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    /** So many come from every millisecond that chance would mix them up. */
    @Test
    void identifiersSortInTheOrderInWhichTheyWereMade() {
        Identifiers identifiers = new Identifiers();
        List<String> made = Stream.generate(identifiers::next)
                .limit(100_000)
                .map(UUID::toString)
                .toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }
}
