package vn.cotmoc.core.coherence;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.targets.Aim;

/** Aims as numbers that others can be held against. */
final class Aims {

    private Aims() {}

    /** Which numbers an aim allows. */
    enum Side {
        FROM,
        UP_TO,
        /** Near it. */
        THERE
    }

    /** Empty for what has no one number of its own: ranges, increments, conditions, ranks. */
    static Optional<Side> side(Aim aim) {
        return switch (aim.comparator()) {
            case AT_LEAST, MORE_THAN, K_OF_N, ALL_OF -> Optional.of(Side.FROM);
            case AT_MOST, LESS_THAN -> Optional.of(Side.UP_TO);
            case NEAR, ABOUT -> Optional.of(Side.THERE);
            case RANGE, INCREMENT, NONE_LEFT, RANK_AT_MOST, YES_NO, BEFORE_DATE -> Optional.empty();
        };
    }

    static Optional<BigDecimal> number(TargetLine line) {
        Aim aim = line.revision().aim();
        return side(aim).flatMap(side -> Optional.ofNullable(aim.amount()).map(Amount::value));
    }

    /** Whether an amount certainly misses the aim; what is only near or about a number misses nothing for certain. */
    static boolean misses(Aim aim, BigDecimal actual) {
        Amount amount = aim.amount();
        if (amount == null) {
            return false;
        }
        int compared = actual.compareTo(amount.value());
        return switch (aim.comparator()) {
            case AT_LEAST, K_OF_N, ALL_OF -> compared < 0;
            case MORE_THAN -> compared <= 0;
            case AT_MOST, RANK_AT_MOST -> compared > 0;
            case LESS_THAN -> compared >= 0;
            case NEAR, ABOUT, RANGE, INCREMENT, NONE_LEFT, YES_NO, BEFORE_DATE -> false;
        };
    }

    /** Half a unit of the last digit that was stated: what rounding can have hidden. */
    static BigDecimal rounding(@Nullable Amount amount) {
        return amount == null
                ? BigDecimal.ZERO
                : BigDecimal.ONE
                        .movePointLeft(Math.max(0, amount.value().scale()))
                        .divide(BigDecimal.valueOf(2));
    }
}
