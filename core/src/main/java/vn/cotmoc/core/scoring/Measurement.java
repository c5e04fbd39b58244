package vn.cotmoc.core.scoring;

import static vn.cotmoc.core.targets.Comparator.ABOUT;
import static vn.cotmoc.core.targets.Comparator.AT_LEAST;
import static vn.cotmoc.core.targets.Comparator.AT_MOST;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.CeilingIndex;
import vn.cotmoc.core.targets.RangeMet;
import vn.cotmoc.core.targets.Wanted;
import vn.cotmoc.core.targets.Yardstick;

/**
 * A figure against an aim, on exact decimals: does the comparator hold, and how much of the aim is attained. Nothing is
 * rounded here.
 *
 * @param attainment empty where a ratio would mean nothing: ranks, conditions, a target of zero, negative growth, a range where neither way is
 *     better, or one that is left the better way and met inside only, a ceiling that is kept of what should rise
 * @param difference actual minus target in percentage points, for rates and shares; of a range from the end that it lies beyond, empty inside
 */
record Measurement(Fulfilment fulfilment, Optional<Ratio> attainment, Optional<BigDecimal> difference) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static final Measurement NOTHING = new Measurement(Fulfilment.UNDECIDED, Optional.empty(), Optional.empty());

    static Measurement of(Indicator indicator, Aim aim, Amount actual, Yardstick yardstick) {
        return new Measurement(
                fulfilment(indicator.direction(), aim, actual.value(), yardstick),
                attainment(indicator, aim, actual.value(), BigDecimal.ONE, yardstick)
                        .filter(ratio ->
                                !aim.comparator().goesAgainst(indicator.direction()) || !ratio.reaches(BigDecimal.ONE)),
                difference(indicator.kind(), aim, actual.value()));
    }

    /** What is attained by now of a total, against the share of the aim that is expected by now. */
    static Optional<Ratio> pace(Indicator indicator, Aim aim, Amount actual, Ratio expected, Yardstick yardstick) {
        return attainment(
                indicator, aim, actual.value().multiply(expected.denominator()), expected.numerator(), yardstick);
    }

    /**
     * Against a checkpoint of the way, which is an amount of the indicator itself: where the aim likes less better, it is not to be
     * passed; where neither way is better, only being about there is good.
     */
    static Measurement ofCheckpoint(
            Indicator indicator, Aim aim, Amount actual, Amount checkpoint, Yardstick yardstick) {
        Aim onTheWay = new Aim(
                switch (aim.comparator()) {
                    case AT_LEAST, MORE_THAN, NEAR, K_OF_N, ALL_OF, INCREMENT, YES_NO, BEFORE_DATE -> AT_LEAST;
                    case AT_MOST, LESS_THAN, RANK_AT_MOST, NONE_LEFT -> AT_MOST;
                    case ABOUT, RANGE -> ABOUT;
                },
                checkpoint,
                null,
                null,
                aim.baseline());
        return of(indicator, onTheWay, actual, yardstick);
    }

    /** Whether something came about before a day. */
    static Measurement byDate(LocalDate due, LocalDate knownOn) {
        return new Measurement(decided(knownOn.isBefore(due)), Optional.empty(), Optional.empty());
    }

    /** Of several figures the one that the aim likes least comes first. */
    static Comparator<Amount> worstFirst(Indicator indicator, Aim aim, Yardstick yardstick) {
        return switch (aim.comparator()) {
            case AT_LEAST, MORE_THAN, NEAR, K_OF_N, ALL_OF, INCREMENT, YES_NO, BEFORE_DATE -> Comparator.naturalOrder();
            case AT_MOST, LESS_THAN, RANK_AT_MOST, NONE_LEFT -> Comparator.reverseOrder();
            case ABOUT -> worstFirst(indicator.direction(), amount(aim), amount(aim));
            case RANGE ->
                worstFirst(
                        yardstick.rangeMet() == RangeMet.INSIDE ? Direction.NEUTRAL : indicator.direction(),
                        amount(aim),
                        high(aim));
        };
    }

    private static Comparator<Amount> worstFirst(Direction direction, BigDecimal low, BigDecimal high) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> Comparator.naturalOrder();
            case LOWER_IS_BETTER -> Comparator.reverseOrder();
            case NEUTRAL ->
                Comparator.comparing(
                        (Amount actual) -> actual.value()
                                .multiply(TWO)
                                .subtract(low)
                                .subtract(high)
                                .abs(),
                        Comparator.reverseOrder());
        };
    }

    private static Fulfilment fulfilment(Direction direction, Aim aim, BigDecimal actual, Yardstick yardstick) {
        return Wanted.of(direction, aim, yardstick)
                .map(wanted -> decided(wanted.holds(actual)))
                .orElse(Fulfilment.UNDECIDED);
    }

    /**
     * It reaches 1 exactly when the aim's amount is reached, so that a rating and its percentage never contradict each other.
     *
     * @param share of the aim to compare with; the actual comes multiplied by the share's denominator
     */
    private static Optional<Ratio> attainment(
            Indicator indicator, Aim aim, BigDecimal actual, BigDecimal share, Yardstick yardstick) {
        if (indicator.kind() == MeasureKind.RANK) {
            return Optional.empty();
        }
        Sought sought = new Sought(indicator.kind(), aim, share, yardstick.ceilingIndex());
        return switch (aim.comparator()) {
            case NONE_LEFT, YES_NO, BEFORE_DATE, RANK_AT_MOST -> Optional.empty();
            case INCREMENT ->
                start(aim)
                        .flatMap(start -> of(
                                actual.subtract(start.multiply(share)),
                                amount(aim).multiply(share)));
            case AT_MOST, LESS_THAN -> sought.spared(amount(aim), actual);
            case AT_LEAST, MORE_THAN, NEAR, K_OF_N, ALL_OF -> sought.reached(amount(aim), actual);
            case ABOUT ->
                switch (indicator.direction()) {
                    case HIGHER_IS_BETTER -> sought.reached(amount(aim), actual);
                    case LOWER_IS_BETTER -> sought.spared(amount(aim), actual);
                    // Being further from the aim is no more of it.
                    case NEUTRAL -> Optional.empty();
                };
            case RANGE ->
                switch (indicator.direction()) {
                    case HIGHER_IS_BETTER, LOWER_IS_BETTER ->
                        sought.within(indicator.direction(), actual, yardstick.rangeMet());
                    case NEUTRAL -> Optional.empty();
                };
        };
    }

    /** How much of an aim, or of a share of it, is attained. */
    private record Sought(MeasureKind kind, Aim aim, BigDecimal share, CeilingIndex ceilingIndex) {

        /** Exactly 1 from end to end; beyond the better one more, measured by that end, or nothing where only inside is met. */
        Optional<Ratio> within(Direction direction, BigDecimal actual, RangeMet rangeMet) {
            boolean low = actual.compareTo(amount(aim).multiply(share)) < 0;
            boolean high = actual.compareTo(high(aim).multiply(share)) > 0;
            if (!low && !high) {
                return Optional.of(new Ratio(BigDecimal.ONE, BigDecimal.ONE));
            }
            boolean upwards = direction == Direction.HIGHER_IS_BETTER;
            if (rangeMet == RangeMet.INSIDE && high == upwards) {
                return Optional.empty();
            }
            BigDecimal end = high ? high(aim) : amount(aim);
            return upwards ? reached(end, actual) : spared(end, actual);
        }

        /** A/T, or the way gone from a baseline below the target: (A − B) / (T − B). */
        Optional<Ratio> reached(BigDecimal target, BigDecimal actual) {
            Optional<BigDecimal> start = wayFrom(kind, aim).filter(from -> from.compareTo(target) < 0);
            if (start.isPresent()) {
                return of(actual.subtract(start.get()), target.subtract(start.get()));
            }
            BigDecimal risen = fromBase(kind, actual);
            return risen.signum() < 0
                    ? Optional.empty()
                    : of(risen, fromBase(kind, target).multiply(share));
        }

        /** What should not be passed by the index that was chosen, or the way gone from a baseline above the target. */
        Optional<Ratio> spared(BigDecimal target, BigDecimal actual) {
            Optional<BigDecimal> start = wayFrom(kind, aim).filter(from -> from.compareTo(target) > 0);
            if (start.isPresent()) {
                return of(start.get().subtract(actual), start.get().subtract(target));
            }
            BigDecimal allowed = fromBase(kind, target).multiply(share);
            BigDecimal used = fromBase(kind, actual);
            return switch (ceilingIndex) {
                case TWO_MINUS -> of(allowed.multiply(TWO).subtract(used), allowed);
                // Of nothing used T/A has no value, though nothing could be better: 2 − A/T then says at least 200 %.
                case INVERSE ->
                    allowed.signum() <= 0 || used.signum() <= 0
                            ? of(allowed.multiply(TWO).subtract(used), allowed)
                            : of(allowed, used);
            };
        }
    }

    /** Totals, rates and falls begin anew each period, so a baseline is only something to compare them with. */
    private static Optional<BigDecimal> wayFrom(MeasureKind kind, Aim aim) {
        return switch (kind) {
            case FLOW, RATE, REDUCTION -> Optional.empty();
            case LEVEL, SHARE, INDEX, COUNT, RANK, CONDITION -> start(aim);
        };
    }

    private static BigDecimal fromBase(MeasureKind kind, BigDecimal value) {
        return kind == MeasureKind.INDEX ? value.subtract(HUNDRED) : value;
    }

    private static Optional<Ratio> of(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() <= 0 ? Optional.empty() : Optional.of(new Ratio(numerator, denominator));
    }

    private static Optional<BigDecimal> difference(MeasureKind kind, Aim aim, BigDecimal actual) {
        boolean inPoints = kind == MeasureKind.RATE || kind == MeasureKind.SHARE || kind == MeasureKind.REDUCTION;
        return inPoints ? end(aim, actual).map(end -> actual.subtract(end.value())) : Optional.empty();
    }

    /** From where a figure is measured: of a range the end that it lies beyond, none inside. */
    private static Optional<Amount> end(Aim aim, BigDecimal actual) {
        Amount low = aim.amount();
        Amount high = aim.amountHigh();
        if (aim.comparator() != vn.cotmoc.core.targets.Comparator.RANGE || low == null || high == null) {
            return Optional.ofNullable(low);
        }
        if (actual.compareTo(low.value()) < 0) {
            return Optional.of(low);
        }
        return actual.compareTo(high.value()) > 0 ? Optional.of(high) : Optional.empty();
    }

    private static Fulfilment decided(boolean met) {
        return met ? Fulfilment.MET : Fulfilment.NOT_MET;
    }

    private static Optional<BigDecimal> start(Aim aim) {
        Aim.Baseline baseline = aim.baseline();
        return baseline == null
                ? Optional.empty()
                : Optional.of(baseline.amount().value());
    }

    private static BigDecimal amount(Aim aim) {
        return present(aim.amount()).value();
    }

    private static BigDecimal high(Aim aim) {
        return present(aim.amountHigh()).value();
    }

    private static Amount present(@Nullable Amount amount) {
        if (amount == null) {
            throw new IllegalStateException("An aim of this comparator always has this amount.");
        }
        return amount;
    }
}
