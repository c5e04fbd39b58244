package vn.cotmoc.core.coherence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.coherence.Finding.Grade;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.trajectories.Checkpoint;

/** The targets of quarters, months and halves of a year beside that of the year: 20 + 20 + 20 + 30 and 100. */
final class Quarters {

    private Quarters() {}

    private record Strand(
            UUID plan,
            Checkpoint.Subject subject,
            Authority authority,
            @Nullable UUID assignedTo) {

        static Strand of(TargetLine line) {
            Target target = line.target();
            return new Strand(target.plan(), Checkpoint.Subject.of(target), target.authority(), target.assignedTo());
        }
    }

    static Stream<Finding> in(Book book) {
        return book.targets().stream()
                .filter(Quarters::addsUp)
                .collect(Collectors.groupingBy(Strand::of))
                .values()
                .stream()
                .filter(strand -> strand.size() > 2)
                .flatMap(Quarters::found);
    }

    private static boolean addsUp(TargetLine line) {
        return line.indicator().summation().inTime() == InTime.SUM
                && !line.target().period().isTerm()
                && Aims.number(line).isPresent();
    }

    private static Stream<Finding> found(List<TargetLine> strand) {
        Map<Period, Fact> facts =
                strand.stream().collect(Collectors.toMap(line -> line.target().period(), Fact::of));
        return strand.stream().flatMap(whole -> found(whole, facts).stream());
    }

    private static Optional<Finding> found(TargetLine whole, Map<Period, Fact> facts) {
        List<Fact> parts = Ways.parts(whole.target().period(), facts);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal together = Ways.sum(parts);
        BigDecimal difference = together.subtract(Aims.number(whole).orElseThrow());
        return grade(whole, difference)
                .map(grade -> new Finding.QuartersAgainstYear(Fact.of(whole), parts, together, difference, grade));
    }

    /** More than at least, and less than at most, is no contradiction. */
    private static Optional<Grade> grade(TargetLine whole, BigDecimal difference) {
        return Aims.side(whole.revision().aim()).flatMap(side -> switch (side) {
            case FROM -> difference.signum() < 0 ? Optional.of(Grade.CONFLICT) : Optional.empty();
            case UP_TO -> difference.signum() > 0 ? Optional.of(Grade.CONFLICT) : Optional.empty();
            case THERE -> difference.signum() == 0 ? Optional.empty() : Optional.of(Grade.NOTE);
        });
    }
}
