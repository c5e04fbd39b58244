package vn.cotmoc.core.checks;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.refusals.Refusal;

/**
 * How the four checks of a figure react, and from where.
 *
 * @param range a figure outside its bounds, or a part of what there is in whole ones only
 * @param lowest in the indicator's unit; null for no bound
 * @param highest in the indicator's unit; null for no bound
 * @param jump a change against history
 * @param jumpMost the largest change that is not one, as a share of the earlier figure, above 0 and at most 100
 * @param fall a total to date that falls within its year
 * @param parts a whole that is not the sum of its parts, or less than some of them make
 * @param partsTolerance the largest difference that does not count, as a share of the whole's figure, at least 0 and below 1
 */
public record Limits(
        Reaction range,
        @Nullable Amount lowest,
        @Nullable Amount highest,
        Reaction jump,
        BigDecimal jumpMost,
        Reaction fall,
        Reaction parts,
        BigDecimal partsTolerance) {

    private static final BigDecimal FARTHEST = new BigDecimal(100);

    /** Own design, without a legal source; a province changes it as data. */
    public static final Limits OWN_DESIGN = new Limits(
            Reaction.BLOCK,
            null,
            null,
            Reaction.WARN,
            new BigDecimal("0.5"),
            Reaction.WARN,
            Reaction.WARN,
            new BigDecimal("0.01"));

    /** @throws Refusal {@code check-bounds} or {@code check-share}, naming the place */
    public Limits {
        if (lowest != null && highest != null && lowest.compareTo(highest) > 0) {
            throw Refusal.invalid("check-bounds", "/highest", "lowest", lowest, "highest", highest);
        }
        jumpMost = share(jumpMost, "/jumpMost", jumpMost.signum() > 0 && jumpMost.compareTo(FARTHEST) <= 0);
        partsTolerance = share(
                partsTolerance,
                "/partsTolerance",
                partsTolerance.signum() >= 0 && partsTolerance.compareTo(BigDecimal.ONE) < 0);
    }

    /**
     * The bounds that go without saying: totals, numbers of things and shares are not below zero, no share is above the whole, the
     * best place is 1, and a condition is 1 where it holds and 0 where it does not.
     */
    public Limits within(Indicator indicator) {
        boolean share =
                indicator.kind() == MeasureKind.SHARE && indicator.unit().equals("%");
        return new Limits(
                range,
                switch (indicator.kind()) {
                    case FLOW, COUNT, CONDITION -> Amount.of(0);
                    case SHARE -> share ? Amount.of(0) : null;
                    case RANK -> Amount.of(1);
                    case LEVEL, RATE, REDUCTION, INDEX -> null;
                },
                indicator.kind() == MeasureKind.CONDITION ? Amount.of(1) : share ? Amount.of(100) : null,
                jump,
                jumpMost,
                fall,
                parts,
                partsTolerance);
    }

    private static BigDecimal share(BigDecimal value, String at, boolean inside) {
        if (!inside) {
            throw Refusal.invalid("check-share", at, "value", value);
        }
        return Amount.fits(value) ? new Amount(value).value() : value;
    }
}
