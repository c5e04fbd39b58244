package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.targets.Aim;

/**
 * A figure against an aim, on exact decimals: does the comparator hold, and how much of the aim is attained. Nothing is
 * rounded here.
 *
 * @param attainment empty where a ratio would mean nothing: ranks, conditions, a target of zero, negative growth
 * @param difference actual minus target in percentage points, for rates and shares
 */
record Measurement(Fulfilment fulfilment, Optional<Ratio> attainment, Optional<BigDecimal> difference) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static final Measurement NOTHING = new Measurement(Fulfilment.UNDECIDED, Optional.empty(), Optional.empty());

    /** @param tolerance how far "near" and "about" reach, as a share of the target */
    static Measurement of(Indicator indicator, Aim aim, Amount actual, BigDecimal tolerance) {
        return new Measurement(
                fulfilment(indicator.direction(), aim, actual.value(), tolerance),
                attainment(indicator, aim, actual.value()),
                difference(indicator.kind(), aim, actual.value()));
    }

    private static Fulfilment fulfilment(Direction direction, Aim aim, BigDecimal actual, BigDecimal tolerance) {
        return switch (aim.comparator()) {
            case AT_LEAST, K_OF_N, ALL_OF -> decided(actual.compareTo(amount(aim)) >= 0);
            case MORE_THAN -> decided(actual.compareTo(amount(aim)) > 0);
            case AT_MOST, RANK_AT_MOST -> decided(actual.compareTo(amount(aim)) <= 0);
            case LESS_THAN -> decided(actual.compareTo(amount(aim)) < 0);
            case NEAR -> decided(actual.compareTo(within(amount(aim), tolerance.negate())) >= 0);
            case ABOUT -> decided(about(direction, amount(aim), actual, tolerance));
            case RANGE ->
                decided(
                        direction == Direction.LOWER_IS_BETTER
                                ? actual.compareTo(high(aim)) <= 0
                                : actual.compareTo(amount(aim)) >= 0);
            case NONE_LEFT -> decided(actual.signum() == 0);
            case YES_NO -> decided(actual.signum() > 0);
            case INCREMENT -> {
                Aim.Baseline baseline = aim.baseline();
                yield baseline == null
                        ? Fulfilment.UNDECIDED
                        : decided(actual.subtract(baseline.amount().value()).compareTo(amount(aim)) >= 0);
            }
            case BEFORE_DATE -> Fulfilment.UNDECIDED;
        };
    }

    private static boolean about(Direction direction, BigDecimal target, BigDecimal actual, BigDecimal tolerance) {
        boolean notBelow = actual.compareTo(within(target, tolerance.negate())) >= 0;
        boolean notAbove = actual.compareTo(within(target, tolerance)) <= 0;
        return switch (direction) {
            case HIGHER_IS_BETTER -> notBelow;
            case LOWER_IS_BETTER -> notAbove;
            case NEUTRAL -> notBelow && notAbove;
        };
    }

    private static BigDecimal within(BigDecimal target, BigDecimal tolerance) {
        return target.add(target.abs().multiply(tolerance));
    }

    private static Optional<Ratio> attainment(Indicator indicator, Aim aim, BigDecimal actual) {
        return switch (aim.comparator()) {
            case NONE_LEFT, YES_NO, BEFORE_DATE, RANK_AT_MOST -> Optional.empty();
            case INCREMENT -> {
                Aim.Baseline baseline = aim.baseline();
                yield baseline == null
                        ? Optional.empty()
                        : ratio(actual.subtract(baseline.amount().value()), amount(aim));
            }
            case AT_MOST, LESS_THAN -> spared(actual, amount(aim));
            case AT_LEAST, MORE_THAN, NEAR, ABOUT, RANGE, K_OF_N, ALL_OF -> reached(indicator, aim, actual);
        };
    }

    private static Optional<Ratio> reached(Indicator indicator, Aim aim, BigDecimal actual) {
        BigDecimal target = amount(aim);
        Aim.Baseline baseline = aim.baseline();
        if (baseline != null) {
            BigDecimal start = baseline.amount().value();
            return ratio(actual.subtract(start), target.subtract(start));
        }
        if (indicator.kind() == MeasureKind.INDEX) {
            return ratio(actual.subtract(HUNDRED), target.subtract(HUNDRED));
        }
        if (indicator.direction() == Direction.LOWER_IS_BETTER) {
            return spared(actual, target);
        }
        boolean absurd = actual.signum() < 0 || target.signum() <= 0;
        return absurd ? Optional.empty() : ratio(actual, target);
    }

    /** 2 − A/T, for levels that should not be passed. */
    private static Optional<Ratio> spared(BigDecimal actual, BigDecimal target) {
        return target.signum() <= 0
                ? Optional.empty()
                : ratio(target.multiply(TWO).subtract(actual), target);
    }

    private static Optional<Ratio> ratio(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0 ? Optional.empty() : Optional.of(new Ratio(numerator, denominator));
    }

    private static Optional<BigDecimal> difference(MeasureKind kind, Aim aim, BigDecimal actual) {
        boolean inPoints = kind == MeasureKind.RATE || kind == MeasureKind.SHARE || kind == MeasureKind.REDUCTION;
        Amount target = aim.amount();
        return inPoints && target != null ? Optional.of(actual.subtract(target.value())) : Optional.empty();
    }

    private static Fulfilment decided(boolean met) {
        return met ? Fulfilment.MET : Fulfilment.NOT_MET;
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
