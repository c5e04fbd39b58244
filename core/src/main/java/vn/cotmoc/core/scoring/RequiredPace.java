package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.periods.Step;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Basis;

/** What the rest of a target's period must bring for the aim still to be reached. */
public sealed interface RequiredPace {

    BigDecimal ALL_LOST = new BigDecimal(-100);

    /** Whether the rest must bring this much, or may not bring more. */
    enum Bound implements Coded {
        AT_LEAST,
        AT_MOST
    }

    enum Reason implements Coded {
        /** No figure reaches from the beginning of the period without a gap. */
        NO_FIGURES,
        /** The figures say how it ends. */
        COMPLETE,
        /** Months say nothing about the whole: quarterly growth, levels, indices and ranks. */
        NOT_ADDED,
        /** Too much was lost for any growth to make it good. */
        NOT_REACHABLE,
        /** The aim has no amount, or starts from a baseline that is not known. */
        NO_AMOUNT
    }

    /** Chưa đủ số liệu. */
    record Unknown(Reason reason) implements RequiredPace {}

    /**
     * @param soFar what the months covered brought, or their average
     * @param covered from the beginning of the period
     * @param remaining of a total what is missing, exact, 0 or less if nothing is; null for averages
     * @param strict whether just that is not enough, or too much already: more, or less, than that is asked for
     * @param each what every remaining part must bring, by kinds of parts; none if nothing of a total is missing
     */
    record Needed(
            Bound bound,
            boolean strict,
            Amount soFar,
            Period covered,
            @Nullable BigDecimal remaining,
            List<Each> each) implements RequiredPace {}

    /** @param amount half-up to six digits; times {@code parts} it makes the remaining total */
    record Each(Step step, int parts, BigDecimal amount) {}

    /** @param known vintages of the target's indicator, place and part, known on a day */
    static RequiredPace of(TargetLine line, List<Observation> known) {
        Optional<BigDecimal> wanted = wanted(line);
        if (wanted.isEmpty()) {
            return new Unknown(Reason.NO_AMOUNT);
        }
        Period period = line.target().period();
        Basis basis = line.target().basis();
        InTime parts = line.indicator().summation().inTime();
        boolean addsUp = parts == InTime.SUM && basis != Basis.EACH_YEAR;
        boolean averages =
                period.isTerm() && (parts == InTime.MEAN || parts == InTime.COMPOUND) && basis != Basis.EACH_YEAR;
        if (!addsUp && !averages) {
            return new Unknown(Reason.NOT_ADDED);
        }
        Reading reading = Reading.of(line, known);
        Amount soFar = reading.amount();
        Period covered = reading.period();
        if (reading.evidence() == Evidence.FULL) {
            return new Unknown(Reason.COMPLETE);
        }
        if (reading.evidence() != Evidence.PARTIAL || soFar == null || covered == null) {
            return new Unknown(Reason.NO_FIGURES);
        }
        BigDecimal years = BigDecimal.valueOf(period.months() / 12);
        BigDecimal gone = BigDecimal.valueOf(covered.months() / 12);
        BigDecimal left = years.subtract(gone);
        if (addsUp && basis == Basis.PERIOD) {
            return total(line, soFar, covered, wanted.get().subtract(soFar.value()));
        }
        Optional<BigDecimal> each = parts == InTime.COMPOUND
                ? growth(wanted.get(), years, soFar.value(), gone, left)
                : Optional.of(
                        wanted.get().multiply(years).subtract(sum(reading)).divide(left, 6, RoundingMode.HALF_UP));
        return each.filter(Amount::fits)
                .<RequiredPace>map(amount -> new Needed(
                        bound(line),
                        line.revision().aim().comparator().isStrict(),
                        soFar,
                        covered,
                        null,
                        List.of(new Each(Step.YEAR, left.intValueExact(), amount))))
                .orElse(new Unknown(Reason.NOT_REACHABLE));
    }

    private static RequiredPace total(TargetLine line, Amount soFar, Period covered, BigDecimal remaining) {
        List<Each> each = new ArrayList<>();
        if (remaining.signum() > 0) {
            int months = (int) ChronoUnit.MONTHS.between(
                    covered.last(), line.target().period().last());
            for (Step step : Step.values()) {
                if (months % step.months() == 0) {
                    int parts = months / step.months();
                    each.add(new Each(
                            step, parts, remaining.divide(BigDecimal.valueOf(parts), 6, RoundingMode.HALF_UP)));
                }
            }
        }
        return new Needed(bound(line), line.revision().aim().comparator().isStrict(), soFar, covered, remaining, each);
    }

    /** Of the years' own figures, for their mean is rounded. */
    private static BigDecimal sum(Reading reading) {
        return reading.parts().stream().map(part -> part.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The growth g of each year left for which (1 + soFar)^gone · (1 + g)^left = (1 + wanted)^years, in per cent half-up to six
     * digits; empty where everything is, or shall be, lost.
     */
    private static Optional<BigDecimal> growth(
            BigDecimal wanted, BigDecimal years, BigDecimal soFar, BigDecimal gone, BigDecimal left) {
        if (soFar.compareTo(ALL_LOST) <= 0 || wanted.compareTo(ALL_LOST) <= 0) {
            return Optional.empty();
        }
        double logarithms = years.doubleValue() * Math.log1p(wanted.doubleValue() / 100)
                - gone.doubleValue() * Math.log1p(soFar.doubleValue() / 100);
        double growth = Math.expm1(logarithms / left.doubleValue()) * 100;
        return Double.isInfinite(growth)
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(growth).setScale(6, RoundingMode.HALF_UP));
    }

    /** The least, or the most, that reaches the aim. */
    static Optional<BigDecimal> wanted(TargetLine line) {
        Aim aim = line.revision().aim();
        return switch (aim.comparator()) {
            case AT_LEAST, MORE_THAN, NEAR, ABOUT, K_OF_N, ALL_OF, AT_MOST, LESS_THAN -> value(aim.amount());
            case RANGE -> value(bound(line) == Bound.AT_LEAST ? aim.amount() : aim.amountHigh());
            case NONE_LEFT -> Optional.of(BigDecimal.ZERO);
            case INCREMENT ->
                value(aim.baseline() == null ? null : aim.baseline().amount())
                        .flatMap(start -> value(aim.amount()).map(start::add));
            case RANK_AT_MOST, YES_NO, BEFORE_DATE -> Optional.empty();
        };
    }

    static Bound bound(TargetLine line) {
        return switch (line.revision().aim().comparator()) {
            case AT_MOST, LESS_THAN, NONE_LEFT, RANK_AT_MOST -> Bound.AT_MOST;
            case RANGE, ABOUT ->
                line.indicator().direction() == Direction.LOWER_IS_BETTER ? Bound.AT_MOST : Bound.AT_LEAST;
            case AT_LEAST, MORE_THAN, NEAR, K_OF_N, ALL_OF, INCREMENT, YES_NO, BEFORE_DATE -> Bound.AT_LEAST;
        };
    }

    private static Optional<BigDecimal> value(@Nullable Amount amount) {
        return Optional.ofNullable(amount).map(Amount::value);
    }
}
