package vn.cotmoc.core.scoring;

import java.util.Optional;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.thresholds.CutPoints;

/** The band of what is done against what is expected by now, decided on exact decimals. */
public enum PaceBand implements Coded {
    ON_TRACK,
    BEHIND,
    AT_RISK,
    /** No expectation for this part of the period. */
    NO_PACE;

    /** @param without the band where there is no ratio */
    static PaceBand of(Optional<Ratio> pace, PaceBand without, CutPoints cut) {
        return pace.map(ratio -> of(ratio, cut)).orElse(without);
    }

    private static PaceBand of(Ratio pace, CutPoints cut) {
        if (pace.reaches(cut.onTrackFrom())) {
            return ON_TRACK;
        }
        return pace.reaches(cut.behindFrom()) ? BEHIND : AT_RISK;
    }
}
