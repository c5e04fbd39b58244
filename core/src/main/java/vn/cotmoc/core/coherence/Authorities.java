package vn.cotmoc.core.coherence;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.trajectories.Checkpoint;

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
        Target first = one.target();
        Target second = other.target();
        return first.authority() != second.authority()
                && first.period().equals(second.period())
                && first.basis() == second.basis()
                && Checkpoint.Subject.of(first).equals(Checkpoint.Subject.of(second))
                && Objects.equals(first.assignedTo(), second.assignedTo())
                && !isSame(one.revision().aim(), other.revision().aim());
    }

    private static boolean isSame(Aim one, Aim other) {
        return one.comparator() == other.comparator()
                && Objects.equals(one.amount(), other.amount())
                && Objects.equals(one.amountHigh(), other.amountHigh())
                && Objects.equals(one.due(), other.due());
    }
}
