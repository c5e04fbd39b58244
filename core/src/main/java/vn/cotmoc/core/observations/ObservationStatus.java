package vn.cotmoc.core.observations;

import vn.cotmoc.core.measure.Coded;

/** How firm a figure is, from the first estimate to a revision; later ones outrank earlier ones. */
public enum ObservationStatus implements Coded {
    /** Ước thực hiện: expected outturn, made before the period ended. */
    OUTTURN,
    /** Ước tính. */
    ESTIMATED,
    /** Sơ bộ. */
    PRELIMINARY,
    /** Chính thức. */
    OFFICIAL,
    /** Điều chỉnh. */
    REVISED;

    /** Whether such a figure may be given before its period is over. */
    public boolean isMadeBeforeTheEnd() {
        return this == OUTTURN || this == ESTIMATED;
    }
}
