package vn.cotmoc.core.signals;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.thresholds.CutPoints;

/** The band of the probability that a target is attained, decided before it is rounded; half-open, without gap. */
public enum ForecastBand implements Coded {
    LIKELY,
    OPEN,
    UNLIKELY,
    /** Too few points, a comparator without an amount, or nothing that could be forecast. */
    NO_FORECAST;

    /** @param probability of attaining, not rounded; null if there is none */
    public static ForecastBand of(@Nullable Double probability, CutPoints cut) {
        if (probability == null) {
            return NO_FORECAST;
        }
        BigDecimal exact = new BigDecimal(probability);
        if (exact.compareTo(cut.likelyFrom()) >= 0) {
            return LIKELY;
        }
        return exact.compareTo(cut.openFrom()) >= 0 ? OPEN : UNLIKELY;
    }
}
