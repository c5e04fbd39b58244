package vn.cotmoc.core.coherence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.core.coherence.Finding.Grade;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.trajectories.Checkpoint;

/** The targets of years beside the total of their term: 53.000 and 260.000 tỷ. */
final class Terms {

    private Terms() {}

    static Stream<Finding> in(Book book) {
        return book.targets().stream()
                .filter(term -> term.target().period().isTerm() && addsUp(term))
                .flatMap(term -> found(term, years(book, term, term.target().period()::contains)).stream());
    }

    /** Totals add up; of falls in points, and of totals by the year, the term's total is its average times its years. */
    private static boolean addsUp(TargetLine term) {
        InTime parts = term.indicator().summation().inTime();
        return term.target().basis() != Basis.EACH_YEAR
                && term.target().assignedTo() == null
                && (parts == InTime.SUM || parts == InTime.MEAN)
                && Aims.number(term).isPresent();
    }

    /** Of the same thing, one a year, in their order; of several the one of the term's own authority, else of the first authority; of several plans the one stated last. */
    static List<TargetLine> years(Book book, TargetLine term, Predicate<Period> within) {
        Target whole = term.target();
        Comparator<TargetLine> preference = Comparator.comparing(
                        (TargetLine line) -> line.target().authority() != whole.authority())
                .thenComparing(line -> line.target().authority())
                .thenComparing(line -> line.revision().recordedAt(), Comparator.reverseOrder())
                .thenComparing(line -> line.target().id());
        Map<Period, TargetLine> years = book.targets().stream()
                .filter(line -> line.target().period().isYear()
                        && within.test(line.target().period())
                        && Checkpoint.Subject.of(line.target()).equals(Checkpoint.Subject.of(whole))
                        && line.target().assignedTo() == null
                        && Aims.number(line).isPresent())
                .collect(Collectors.toMap(
                        line -> line.target().period(), line -> line, BinaryOperator.minBy(preference), TreeMap::new));
        return List.copyOf(years.values());
    }

    private static Optional<Finding> found(TargetLine term, List<TargetLine> years) {
        if (years.isEmpty()) {
            return Optional.empty();
        }
        int all = term.target().period().months() / 12;
        boolean averages = term.target().basis() == Basis.AVERAGE_PER_YEAR
                || term.indicator().summation().inTime() == InTime.MEAN;
        BigDecimal total = Aims.number(term).orElseThrow().multiply(BigDecimal.valueOf(averages ? all : 1));
        BigDecimal together =
                years.stream().map(year -> Aims.number(year).orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = total.subtract(together);
        int yearsLeft = all - years.size();
        return grade(term, left, yearsLeft)
                .map(grade -> new Finding.YearsAgainstTerm(
                        Fact.of(term),
                        years.stream().map(Fact::of).toList(),
                        total,
                        together,
                        left,
                        yearsLeft,
                        yearsLeft == 0
                                ? null
                                : left.divide(BigDecimal.valueOf(yearsLeft), 6, RoundingMode.HALF_UP)
                                        .stripTrailingZeros(),
                        grade));
    }

    /** While years are left it is worth knowing what remains for them; afterwards only whether the term is missed. */
    private static Optional<Grade> grade(TargetLine term, BigDecimal left, int yearsLeft) {
        return Aims.side(term.revision().aim()).flatMap(side -> switch (side) {
            case FROM ->
                left.signum() <= 0 ? Optional.empty() : Optional.of(yearsLeft == 0 ? Grade.CONFLICT : Grade.NOTE);
            case UP_TO ->
                left.signum() < 0
                        ? Optional.of(Grade.CONFLICT)
                        : yearsLeft == 0 ? Optional.empty() : Optional.of(Grade.NOTE);
            case THERE -> left.signum() == 0 && yearsLeft == 0 ? Optional.empty() : Optional.of(Grade.NOTE);
        });
    }
}
