package vn.cotmoc.core.thresholds;

import java.math.BigDecimal;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Where the bands begin. They are half-open, {@code [nearly, full)}, {@code [full, exceeded)}, {@code [exceeded, …)}, so cut
 * points in order can leave neither gap nor overlap.
 *
 * @param exceededFrom share of the target, at least 1
 * @param nearlyFrom share of the target, above 0 and below 1
 * @param onTrackFrom share of what is expected by now
 * @param behindFrom share of what is expected by now, at least 0 and below onTrackFrom; less than this is at risk
 * @param tolerance how far "gần" and "khoảng" reach, as a share of the target, at least 0 and below 1
 */
public record CutPoints(
        BigDecimal exceededFrom,
        BigDecimal nearlyFrom,
        BigDecimal onTrackFrom,
        BigDecimal behindFrom,
        BigDecimal tolerance) {

    private static final BigDecimal HIGHEST = new BigDecimal("100");

    /** @throws Refusal {@code threshold-order} or {@code threshold-digits}, naming the offending cut point */
    public CutPoints {
        exceededFrom = exact(exceededFrom, "/exceededFrom");
        nearlyFrom = exact(nearlyFrom, "/nearlyFrom");
        onTrackFrom = exact(onTrackFrom, "/onTrackFrom");
        behindFrom = exact(behindFrom, "/behindFrom");
        tolerance = exact(tolerance, "/tolerance");
        inside(exceededFrom, "/exceededFrom", BigDecimal.ONE, HIGHEST);
        inside(nearlyFrom, "/nearlyFrom", new BigDecimal("0.000001"), BigDecimal.ONE);
        inside(onTrackFrom, "/onTrackFrom", new BigDecimal("0.000001"), HIGHEST);
        inside(behindFrom, "/behindFrom", BigDecimal.ZERO, onTrackFrom);
        inside(tolerance, "/tolerance", BigDecimal.ZERO, BigDecimal.ONE);
    }

    private static BigDecimal exact(BigDecimal value, String at) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() > 6) {
            throw Refusal.invalid("threshold-digits", at, "value", value.toPlainString());
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static void inside(BigDecimal value, String at, BigDecimal from, BigDecimal below) {
        if (value.compareTo(from) < 0 || value.compareTo(below) >= 0) {
            throw Refusal.invalid(
                    "threshold-order",
                    at,
                    "value",
                    value.toPlainString(),
                    "from",
                    from.toPlainString(),
                    "below",
                    below.toPlainString());
        }
    }
}
