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
import vn.cotmoc.core.targets.Wanted;

/**
 * A figure against an aim, on exact decimals: does the comparator hold, and how much of the aim is attained. Nothing is
 * rounded here.
 *
 * @param attainment empty where a ratio would mean nothing: ranks, conditions, a target of zero, negative growth, a range that is left
 *     neither upwards nor downwards for the better, a ceiling that is kept of what should rise
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
                attainment(indicator, aim, actual.value(), BigDecimal.ONE)
                        .filter(ratio ->
                                !aim.comparator().goesAgainst(indicator.direction()) || !ratio.reaches(BigDecimal.ONE)),
                difference(indicator.kind(), aim, actual.value()));
    }

    /** What is attained by now of a total, against the share of the aim that is expected by now. */
    static Optional<Ratio> pace(Indicator indicator, Aim aim, Amount actual, Ratio expected) {
        return attainment(indicator, aim, actual.value().multiply(expected.denominator()), expected.numerator());
    }

    /**
     * Against a checkpoint of the way, which is an amount of the indicator itself: where the aim likes less better, it is not to be
     * passed; where neither way is better, only being about there is good.
     */
    static Measurement ofCheckpoint(
            Indicator indicator, Aim aim, Amount actual, Amount checkpoint, BigDecimal tolerance) {
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
        return of(indicator, onTheWay, actual, tolerance);
    }

    /** Whether something came about before a day. */
    static Measurement byDate(LocalDate due, LocalDate knownOn) {
        return new Measurement(decided(knownOn.isBefore(due)), Optional.empty(), Optional.empty());
    }

    /** Of several figures the one that the aim likes least comes first. */
    static Comparator<Amount> worstFirst(Indicator indicator, Aim aim) {
        return switch (aim.comparator()) {
            case AT_LEAST, MORE_THAN, NEAR, K_OF_N, ALL_OF, INCREMENT, YES_NO, BEFORE_DATE -> Comparator.naturalOrder();
            case AT_MOST, LESS_THAN, RANK_AT_MOST, NONE_LEFT -> Comparator.reverseOrder();
            case ABOUT -> worstFirst(indicator.direction(), amount(aim), amount(aim));
            case RANGE -> worstFirst(indicator.direction(), amount(aim), high(aim));
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

    private static Fulfilment fulfilment(Direction direction, Aim aim, BigDecimal actual, BigDecimal tolerance) {
        return Wanted.of(direction, aim, tolerance)
                .map(wanted -> decided(wanted.holds(actual)))
                .orElse(Fulfilment.UNDECIDED);
    }

    /**
     * It reaches 1 exactly when the aim's amount is reached, so that a rating and its percentage never contradict each other.
     *
     * @param share of the aim to compare with; the actual comes multiplied by the share's denominator
     */
    private static Optional<Ratio> attainment(Indicator indicator, Aim aim, BigDecimal actual, BigDecimal share) {
        if (indicator.kind() == MeasureKind.RANK) {
            return Optional.empty();
        }
        return switch (aim.comparator()) {
            case NONE_LEFT, YES_NO, BEFORE_DATE, RANK_AT_MOST -> Optional.empty();
            case INCREMENT ->
                start(aim)
                        .flatMap(start -> of(
                                actual.subtract(start.multiply(share)),
                                amount(aim).multiply(share)));
            case AT_MOST, LESS_THAN -> spared(indicator.kind(), aim, amount(aim), actual, share);
            case AT_LEAST, MORE_THAN, NEAR, K_OF_N, ALL_OF -> reached(indicator.kind(), aim, actual, share);
            case ABOUT -> byDirection(indicator, aim, amount(aim), actual, share);
            case RANGE -> byDirection(indicator, aim, high(aim), actual, share);
        };
    }

    /** Where neither way is better, being further from the aim is no more of it: there is no ratio. */
    private static Optional<Ratio> byDirection(
            Indicator indicator, Aim aim, BigDecimal ceiling, BigDecimal actual, BigDecimal share) {
        return switch (indicator.direction()) {
            case HIGHER_IS_BETTER -> reached(indicator.kind(), aim, actual, share);
            case LOWER_IS_BETTER -> spared(indicator.kind(), aim, ceiling, actual, share);
            case NEUTRAL -> Optional.empty();
        };
    }

    /** A/T, or the way gone from a baseline below the target: (A − B) / (T − B). */
    private static Optional<Ratio> reached(MeasureKind kind, Aim aim, BigDecimal actual, BigDecimal share) {
        BigDecimal target = amount(aim);
        Optional<BigDecimal> start = wayFrom(kind, aim).filter(from -> from.compareTo(target) < 0);
        if (start.isPresent()) {
            return of(actual.subtract(start.get()), target.subtract(start.get()));
        }
        BigDecimal risen = fromBase(kind, actual);
        return risen.signum() < 0
                ? Optional.empty()
                : of(risen, fromBase(kind, target).multiply(share));
    }

    /** 2 − A/T for what should not be passed, or the way gone from a baseline above the target. */
    private static Optional<Ratio> spared(
            MeasureKind kind, Aim aim, BigDecimal target, BigDecimal actual, BigDecimal share) {
        Optional<BigDecimal> start = wayFrom(kind, aim).filter(from -> from.compareTo(target) > 0);
        if (start.isPresent()) {
            return of(start.get().subtract(actual), start.get().subtract(target));
        }
        BigDecimal allowed = fromBase(kind, target).multiply(share);
        return of(allowed.multiply(TWO).subtract(fromBase(kind, actual)), allowed);
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
        Amount target = aim.amount();
        return inPoints && target != null ? Optional.of(actual.subtract(target.value())) : Optional.empty();
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
