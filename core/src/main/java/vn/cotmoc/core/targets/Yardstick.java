package vn.cotmoc.core.targets;

import java.math.BigDecimal;

/**
 * How the words of aims are held against figures where they leave it open.
 *
 * @param tolerance how far "gần" and "khoảng" reach, as a share of the aim
 */
public record Yardstick(BigDecimal tolerance, RangeMet rangeMet, CeilingIndex ceilingIndex) {

    /** What is said literally. */
    public static final Yardstick EXACT = new Yardstick(BigDecimal.ZERO, RangeMet.OR_BETTER, CeilingIndex.TWO_MINUS);

    /** However many zeros the tolerance is written with. */
    public boolean isSameAs(Yardstick other) {
        return tolerance.compareTo(other.tolerance) == 0
                && rangeMet == other.rangeMet
                && ceilingIndex == other.ceilingIndex;
    }
}
