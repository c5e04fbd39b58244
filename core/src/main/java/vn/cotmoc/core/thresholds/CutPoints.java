package vn.cotmoc.core.thresholds;

import java.math.BigDecimal;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.targets.CeilingIndex;
import vn.cotmoc.core.targets.RangeMet;
import vn.cotmoc.core.targets.Yardstick;

/**
 * Where the bands begin. They are half-open, {@code [nearly, full)}, {@code [full, exceeded)}, {@code [exceeded, …)}, so cut
 * points in order can leave neither gap nor overlap.
 *
 * @param exceededFrom share of the target, at least 1
 * @param nearlyFrom share of the target, above 0 and below 1
 * @param onTrackFrom share of what is expected by now
 * @param behindFrom share of what is expected by now, at least 0 and below onTrackFrom; less than this is at risk
 * @param tolerance how far "gần" and "khoảng" reach, as a share of the target, at least 0 and below 1
 * @param likelyFrom probability of attaining, above openFrom and at most 1
 * @param openFrom probability of attaining, above 0; less than this is unlikely
 * @param rangeMet where a range is met
 * @param ceilingIndex how much is attained of what should not be passed
 * @param staleFrom periods of the indicator's cadence without a figure, 1 to 120
 */
public record CutPoints(
        BigDecimal exceededFrom,
        BigDecimal nearlyFrom,
        BigDecimal onTrackFrom,
        BigDecimal behindFrom,
        BigDecimal tolerance,
        BigDecimal likelyFrom,
        BigDecimal openFrom,
        int staleFrom,
        RangeMet rangeMet,
        CeilingIndex ceilingIndex) {

    private static final BigDecimal HIGHEST = new BigDecimal("100");
    private static final BigDecimal LEAST = new BigDecimal("0.000001");
    private static final int LONGEST_AGE = 120;

    /**
     * Own design, without a legal source; a province changes it as data: 5 % more is exceeded, 5 % short is nearly met; on the way,
     * 10 % less than expected is behind; four of five is likely, one of five unlikely; two periods without a figure are too many.
     */
    public static final CutPoints OWN_DESIGN = new CutPoints(
            new BigDecimal("1.05"),
            new BigDecimal("0.95"),
            BigDecimal.ONE,
            new BigDecimal("0.9"),
            new BigDecimal("0.05"),
            new BigDecimal("0.8"),
            new BigDecimal("0.2"),
            2);

    /** With ranges and ceilings read as they are unless a province chooses. */
    public CutPoints(
            BigDecimal exceededFrom,
            BigDecimal nearlyFrom,
            BigDecimal onTrackFrom,
            BigDecimal behindFrom,
            BigDecimal tolerance,
            BigDecimal likelyFrom,
            BigDecimal openFrom,
            int staleFrom) {
        this(
                exceededFrom,
                nearlyFrom,
                onTrackFrom,
                behindFrom,
                tolerance,
                likelyFrom,
                openFrom,
                staleFrom,
                Yardstick.EXACT.rangeMet(),
                Yardstick.EXACT.ceilingIndex());
    }

    /** @throws Refusal {@code threshold-order}, {@code threshold-range} or {@code threshold-digits}, naming the offending cut point */
    public CutPoints {
        exceededFrom = exact(exceededFrom, "/exceededFrom");
        nearlyFrom = exact(nearlyFrom, "/nearlyFrom");
        onTrackFrom = exact(onTrackFrom, "/onTrackFrom");
        behindFrom = exact(behindFrom, "/behindFrom");
        tolerance = exact(tolerance, "/tolerance");
        likelyFrom = exact(likelyFrom, "/likelyFrom");
        openFrom = exact(openFrom, "/openFrom");
        inside(exceededFrom, "/exceededFrom", BigDecimal.ONE, HIGHEST);
        inside(nearlyFrom, "/nearlyFrom", LEAST, BigDecimal.ONE);
        inside(onTrackFrom, "/onTrackFrom", LEAST, HIGHEST);
        inside(behindFrom, "/behindFrom", BigDecimal.ZERO, onTrackFrom);
        within(tolerance, "/tolerance", BigDecimal.ZERO, BigDecimal.ONE);
        inside(likelyFrom, "/likelyFrom", LEAST.add(LEAST), BigDecimal.ONE.add(LEAST));
        inside(openFrom, "/openFrom", LEAST, likelyFrom);
        within(BigDecimal.valueOf(staleFrom), "/staleFrom", BigDecimal.ONE, BigDecimal.valueOf(LONGEST_AGE + 1L));
    }

    public Yardstick yardstick() {
        return new Yardstick(tolerance, rangeMet, ceilingIndex);
    }

    private static BigDecimal exact(BigDecimal value, String at) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() > 6) {
            throw Refusal.invalid("threshold-digits", at, "value", value);
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** Where a band begins. */
    private static void inside(BigDecimal value, String at, BigDecimal from, BigDecimal below) {
        if (value.compareTo(from) < 0 || value.compareTo(below) >= 0) {
            throw Refusal.invalid("threshold-order", at, "value", value, "from", from, "below", below);
        }
    }

    /** What bounds no band. */
    private static void within(BigDecimal value, String at, BigDecimal from, BigDecimal below) {
        if (value.compareTo(from) < 0 || value.compareTo(below) >= 0) {
            throw Refusal.invalid("threshold-range", at, "value", value, "from", from, "below", below);
        }
    }
}
