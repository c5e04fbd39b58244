package vn.cotmoc.core.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/**
 * How much is aimed at: the comparator with just the values it needs, in the indicator's unit.
 *
 * @param amount null only for {@code yes-no} and {@code before-date}
 * @param amountHigh upper end of a range, or n of k-of-n; of a rank how many are ranked, where that is known; else null
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
        require(needsAmount(comparator), amount, "/amount", comparator);
        if (comparator != Comparator.RANK_AT_MOST) {
            require(needsHigh(comparator), amountHigh, "/amountHigh", comparator);
        }
        require(comparator == Comparator.BEFORE_DATE, due, "/date", comparator);
        if (amount != null && amountHigh != null && amountHigh.compareTo(amount) < 0) {
            throw comparator == Comparator.K_OF_N
                    ? Refusal.invalid("part-above-whole", "/amount", "part", amount, "whole", amountHigh)
                    : Refusal.invalid("range-reversed", "/amountHigh", "low", amount, "high", amountHigh);
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

    /** @throws Refusal {@code comparator-kind} that cannot be held against such numbers; {@code rank-whole} for a place that cannot be */
    void requireFor(Indicator indicator) {
        if (!comparator.fits(indicator.kind())) {
            throw Refusal.invalid(
                    "comparator-kind",
                    "/comparator",
                    "comparator",
                    comparator,
                    "indicator",
                    indicator.code(),
                    "kind",
                    indicator.kind(),
                    "fitting",
                    Stream.of(Comparator.values())
                            .filter(one -> one.fits(indicator.kind()))
                            .toList());
        }
        if (comparator == Comparator.RANK_AT_MOST && amount != null && !isPlace(amount.value())) {
            throw Refusal.invalid("rank-whole", "/amount", "amount", amount);
        }
        if (comparator == Comparator.RANK_AT_MOST && amountHigh != null && !isPlace(amountHigh.value())) {
            throw Refusal.invalid("rank-whole", "/amountHigh", "amount", amountHigh);
        }
    }

    /** @throws Refusal {@code baseline-late} unless it starts from what was before the period's end */
    void requireStartBefore(Period period) {
        if (baseline != null && !baseline.period().last().isBefore(period.last())) {
            throw Refusal.invalid("baseline-late", "/baseline/period", "baseline", baseline.period(), "period", period);
        }
    }

    private static boolean isPlace(BigDecimal value) {
        return value.signum() > 0 && value.stripTrailingZeros().scale() <= 0;
    }

    private static void require(boolean needed, @Nullable Object value, String at, Comparator comparator) {
        if (needed && value == null) {
            throw Refusal.invalid("comparator-values", at, "comparator", comparator);
        }
        if (!needed && value != null) {
            throw Refusal.invalid("comparator-without", at, "comparator", comparator);
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
