package vn.cotmoc.core.targets;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.measure.Amount;

/**
 * Where a figure has to lie for an aim to be met: what its comparator says, as a stretch of numbers. Better than a range is as good
 * as inside, unless the province reads ranges otherwise.
 *
 * @param low null if there is no lower end
 * @param high null if there is no upper end
 */
public record Wanted(@Nullable End low, @Nullable End high) {

    /** @param inside whether the amount itself is enough: "đạt 10" and not "trên 10" */
    public record End(BigDecimal amount, boolean inside) {

        private boolean leavesRoomUpTo(End high) {
            int order = amount.compareTo(high.amount);
            return order < 0 || (order == 0 && inside && high.inside);
        }
    }

    /** @return empty for what no figure decides: a day, or an increment on a baseline that is not known */
    public static Optional<Wanted> of(Direction direction, Aim aim, Yardstick yardstick) {
        BigDecimal tolerance = yardstick.tolerance();
        return switch (aim.comparator()) {
            case AT_LEAST, K_OF_N, ALL_OF -> from(amount(aim));
            case MORE_THAN -> Optional.of(new Wanted(new End(amount(aim), false), null));
            case AT_MOST, RANK_AT_MOST -> upTo(amount(aim));
            case LESS_THAN -> Optional.of(new Wanted(null, new End(amount(aim), false)));
            case NEAR -> from(within(amount(aim), tolerance.negate()));
            case ABOUT -> between(direction, within(amount(aim), tolerance.negate()), within(amount(aim), tolerance));
            case RANGE ->
                between(
                        yardstick.rangeMet() == RangeMet.INSIDE ? Direction.NEUTRAL : direction,
                        amount(aim),
                        value(aim.amountHigh()));
            case NONE_LEFT -> between(Direction.NEUTRAL, BigDecimal.ZERO, BigDecimal.ZERO);
            case YES_NO -> Optional.of(new Wanted(new End(BigDecimal.ZERO, false), null));
            case INCREMENT ->
                Optional.ofNullable(aim.baseline())
                        .flatMap(start -> from(start.amount().value().add(amount(aim))));
            case BEFORE_DATE -> Optional.empty();
        };
    }

    private static Optional<Wanted> between(Direction direction, BigDecimal low, BigDecimal high) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> from(low);
            case LOWER_IS_BETTER -> upTo(high);
            case NEUTRAL -> Optional.of(new Wanted(new End(low, true), new End(high, true)));
        };
    }

    private static Optional<Wanted> from(BigDecimal low) {
        return Optional.of(new Wanted(new End(low, true), null));
    }

    private static Optional<Wanted> upTo(BigDecimal high) {
        return Optional.of(new Wanted(null, new End(high, true)));
    }

    private static BigDecimal within(BigDecimal aim, BigDecimal tolerance) {
        return aim.add(aim.abs().multiply(tolerance));
    }

    private static BigDecimal amount(Aim aim) {
        return value(aim.amount());
    }

    private static BigDecimal value(@Nullable Amount amount) {
        if (amount == null) {
            throw new IllegalStateException("An aim of this comparator always has this amount.");
        }
        return amount.value();
    }

    public boolean holds(BigDecimal figure) {
        End itself = new End(figure, true);
        return (low == null || low.leavesRoomUpTo(itself)) && (high == null || itself.leavesRoomUpTo(high));
    }

    /** Whether one figure can lie in both. */
    public boolean meets(Wanted other) {
        return leaveRoom(low, other.high) && leaveRoom(other.low, high);
    }

    private static boolean leaveRoom(@Nullable End low, @Nullable End high) {
        return low == null || high == null || low.leavesRoomUpTo(high);
    }
}
