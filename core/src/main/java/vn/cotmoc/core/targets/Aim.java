package vn.cotmoc.core.targets;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/**
 * How much is aimed at: the comparator with just the values it needs, in the indicator's unit.
 *
 * @param amount null only for {@code yes-no} and {@code before-date}
 * @param amountHigh upper end of a range, or n of k-of-n; else null
 * @param due of {@code before-date} only
 */
public record Aim(
        Comparator comparator,
        @Nullable Amount amount,
        @Nullable Amount amountHigh,
        @Nullable LocalDate due,
        @Nullable Baseline baseline) {

    /** Where the target starts from, e.g. 10 % in 2021. */
    public record Baseline(Amount amount, Period period) {}

    public Aim {
        require(needsAmount(comparator) == (amount != null), "/amount", comparator);
        require(needsHigh(comparator) == (amountHigh != null), "/amountHigh", comparator);
        require((comparator == Comparator.BEFORE_DATE) == (due != null), "/date", comparator);
        if (amount != null && amountHigh != null && amountHigh.compareTo(amount) < 0) {
            throw Refusal.invalid("range-reversed", "/amountHigh", "low", amount, "high", amountHigh);
        }
    }

    /** The same aim in other numbers, such as those of another unit. */
    Aim map(UnaryOperator<Amount> into) {
        return new Aim(
                comparator,
                amount == null ? null : into.apply(amount),
                amountHigh == null ? null : into.apply(amountHigh),
                due,
                baseline == null ? null : new Baseline(into.apply(baseline.amount()), baseline.period()));
    }

    private static void require(boolean holds, String at, Comparator comparator) {
        if (!holds) {
            throw Refusal.invalid("comparator-values", at, "comparator", comparator);
        }
    }

    private static boolean needsAmount(Comparator comparator) {
        return switch (comparator) {
            case YES_NO, BEFORE_DATE, NONE_LEFT -> false;
            case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, NEAR, ABOUT, RANGE, K_OF_N, ALL_OF, INCREMENT, RANK_AT_MOST ->
                true;
        };
    }

    private static boolean needsHigh(Comparator comparator) {
        return comparator == Comparator.RANGE || comparator == Comparator.K_OF_N;
    }
}
