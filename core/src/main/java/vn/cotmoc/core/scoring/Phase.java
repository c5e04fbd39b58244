package vn.cotmoc.core.scoring;

import vn.cotmoc.core.measure.Coded;

/** Where the target's period stands on the day of the assessment. */
public enum Phase implements Coded {
    /** Not begun. */
    AHEAD,
    RUNNING,
    ENDED
}
