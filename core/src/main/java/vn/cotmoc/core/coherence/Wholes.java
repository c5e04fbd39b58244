package vn.cotmoc.core.coherence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.reconciliation.Reconciliation;
import vn.cotmoc.core.reconciliation.Reconciliation.Outcome;
import vn.cotmoc.core.scoring.TargetLine;

/** Parts beside their whole: communes against the province. */
final class Wholes {

    private Wholes() {}

    static Stream<Finding> in(Book book) {
        Map<UUID, List<TargetLine>> parts = book.targets().stream()
                .filter(line -> line.target().parent() != null)
                .collect(Collectors.groupingBy(line -> line.target().parent()));
        return book.targets().stream()
                .filter(line -> parts.containsKey(line.target().id()))
                .flatMap(whole ->
                        found(Reconciliation.of(
                                        whole, parts.getOrDefault(whole.target().id(), List.of())))
                                .stream());
    }

    private static Optional<Finding> found(Reconciliation reconciled) {
        Amount together = reconciled.together();
        Amount difference = reconciled.difference();
        if (reconciled.outcome() != Outcome.SUMMED
                || together == null
                || difference == null
                || difference.value().signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Finding.PartsAgainstWhole(
                Fact.of(reconciled.whole()),
                reconciled.parts().stream().map(part -> Fact.of(part.line())).toList(),
                together.value(),
                difference.value(),
                misses(reconciled.whole(), difference.value())));
    }

    private static boolean misses(TargetLine whole, BigDecimal difference) {
        return switch (whole.revision().aim().comparator()) {
            case AT_LEAST, MORE_THAN, NEAR, K_OF_N, ALL_OF, INCREMENT -> difference.signum() < 0;
            case AT_MOST, LESS_THAN, NONE_LEFT, RANK_AT_MOST -> difference.signum() > 0;
            case ABOUT, RANGE, YES_NO, BEFORE_DATE -> false;
        };
    }
}
