package vn.cotmoc.core.signals;

import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;

/** How old the newest figure is, in periods of the indicator's own cadence. */
public enum Age implements Coded {
    FRESH,
    STALE,
    /** There never was one. */
    NO_FIGURE;

    /**
     * @param late periods without a figure; null if there never was one
     * @param staleFrom so many are too many
     */
    public static Age of(@Nullable Integer late, int staleFrom) {
        if (late == null) {
            return NO_FIGURE;
        }
        return late >= staleFrom ? STALE : FRESH;
    }
}
