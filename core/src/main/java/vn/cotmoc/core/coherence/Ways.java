package vn.cotmoc.core.coherence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Chain;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.trajectories.Checkpoint;
import vn.cotmoc.core.trajectories.Scenario;
import vn.cotmoc.core.trajectories.Trajectory;

/** Checkpoints beside each other and beside the target: quarters against the year. */
final class Ways {

    private Ways() {}

    private record Strand(Checkpoint.Subject subject, Scenario scenario) {}

    static Stream<Finding> in(Book book) {
        return book.targets().stream().flatMap(line -> {
            Trajectory path = book.paths().get(line.target().id());
            return path == null ? Stream.empty() : found(book, line, path).stream();
        });
    }

    private static List<Finding> found(Book book, TargetLine line, Trajectory path) {
        Map<Strand, TreeMap<Period, Fact>> strands = new LinkedHashMap<>();
        for (Checkpoint checkpoint : path.checkpoints()) {
            Indicator indicator = book.indicators().get(checkpoint.indicator());
            if (indicator != null) {
                strands.computeIfAbsent(
                                new Strand(checkpoint.subject(), checkpoint.scenario()), strand -> new TreeMap<>())
                        .put(checkpoint.period(), Fact.of(line, path, checkpoint, indicator));
            }
        }
        List<Finding> found = new ArrayList<>();
        strands.forEach((strand, facts) -> {
            facts.values()
                    .forEach(cumulative -> beside(cumulative, facts)
                            .or(() -> below(cumulative, facts.values()))
                            .ifPresent(found::add));
            if (strand.scenario() == Scenario.BASE && strand.subject().equals(Checkpoint.Subject.of(line.target()))) {
                besideTarget(line, facts)
                        .or(() -> aboveTarget(line, facts.values()))
                        .ifPresent(found::add);
            }
        });
        return found;
    }

    /** A cumulative checkpoint beside those that follow each other through its months. */
    private static Optional<Finding> beside(Fact cumulative, Map<Period, Fact> facts) {
        List<Fact> parts = parts(cumulative.period(), facts);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        if (cumulative.indicator().summation().inTime() == InTime.SUM) {
            BigDecimal together = sum(parts);
            return together.compareTo(cumulative.number().value()) == 0
                    ? Optional.empty()
                    : Optional.of(new Finding.SumAgainstCumulative(cumulative, parts, together));
        }
        if (cumulative.indicator().kind() != MeasureKind.RATE
                || cumulative.period().isTerm()) {
            return Optional.empty();
        }
        BigDecimal lowest = bound(parts, Comparator.reverseOrder());
        BigDecimal highest = bound(parts, Comparator.naturalOrder());
        BigDecimal stated = cumulative.number().value();
        BigDecimal hidden = parts.stream()
                .map(part -> Aims.rounding(part.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::max)
                .add(Aims.rounding(cumulative.amount()));
        boolean between = stated.add(hidden).compareTo(lowest) >= 0
                && stated.subtract(hidden).compareTo(highest) <= 0;
        return between
                ? Optional.empty()
                : Optional.of(new Finding.RateOutsideItsParts(cumulative, parts, lowest, highest));
    }

    /** A total beside the largest of those of fewer of its months that are more. */
    private static Optional<Finding> below(Fact whole, Collection<Fact> facts) {
        if (whole.indicator().summation().inTime() != InTime.SUM) {
            return Optional.empty();
        }
        return facts.stream()
                .filter(part -> !part.period().equals(whole.period())
                        && whole.period().contains(part.period())
                        && part.number().compareTo(whole.number()) > 0)
                .max(Comparator.comparing(Fact::number))
                .map(part -> new Finding.PartAboveWhole(whole, part));
    }

    /** Where the base scenario leads beside what is aimed at. */
    private static Optional<Finding> besideTarget(TargetLine line, TreeMap<Period, Fact> facts) {
        if (line.target().basis() != Basis.PERIOD) {
            return Optional.empty();
        }
        Period whole = line.target().period();
        List<Fact> leading = leading(line, whole, facts);
        return reached(line, leading)
                .filter(reaches -> Aims.misses(line.revision().aim(), reaches))
                .map(reaches -> new Finding.PathMissesTarget(Fact.of(line), leading, reaches));
    }

    /** Of a total the most that some of its months are to bring, where that is more than all of them are. */
    private static Optional<Finding> aboveTarget(TargetLine line, Collection<Fact> facts) {
        if (line.target().basis() != Basis.PERIOD
                || line.indicator().summation().inTime() != InTime.SUM
                || Aims.number(line).isEmpty()) {
            return Optional.empty();
        }
        Fact target = Fact.of(line);
        Period whole = line.target().period();
        return facts.stream()
                .filter(part -> !part.period().equals(whole)
                        && whole.contains(part.period())
                        && part.number().compareTo(target.number()) > 0)
                .max(Comparator.comparing(Fact::number))
                .map(part -> new Finding.PartAboveTarget(
                        target,
                        part,
                        Aims.misses(line.revision().aim(), part.number().value())));
    }

    private static List<Fact> leading(TargetLine line, Period whole, TreeMap<Period, Fact> facts) {
        Fact stated = facts.get(whole);
        if (stated != null) {
            return List.of(stated);
        }
        if (line.indicator().summation().inTime() == InTime.LAST) {
            return facts.values().stream()
                    .filter(fact -> fact.period().last().equals(whole.last()))
                    .limit(1)
                    .toList();
        }
        return parts(whole, facts);
    }

    /** Empty where the checkpoints do not say: only totals add up. */
    private static Optional<BigDecimal> reached(TargetLine line, List<Fact> leading) {
        if (leading.size() == 1) {
            return Optional.of(leading.getFirst().number().value());
        }
        return leading.isEmpty() || line.indicator().summation().inTime() != InTime.SUM
                ? Optional.empty()
                : Optional.of(sum(leading));
    }

    /** At least two that cover the whole without gap or overlap; else none. */
    static List<Fact> parts(Period whole, Map<Period, Fact> facts) {
        List<Period> chain = Chain.within(
                whole,
                facts.keySet().stream().filter(period -> !period.equals(whole)).toList());
        return chain.size() < 2 || !Chain.covered(chain).equals(whole)
                ? List.of()
                : chain.stream().map(period -> fact(facts.get(period))).toList();
    }

    private static Fact fact(@Nullable Fact fact) {
        if (fact == null) {
            throw new AssertionError("A chain is made of the periods that it was given.");
        }
        return fact;
    }

    static BigDecimal sum(List<Fact> facts) {
        return facts.stream().map(fact -> fact.number().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal bound(List<Fact> parts, Comparator<Amount> order) {
        return parts.stream().map(Fact::number).max(order).orElseThrow().value();
    }
}
