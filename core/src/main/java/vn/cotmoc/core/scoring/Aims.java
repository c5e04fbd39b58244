package vn.cotmoc.core.scoring;

import vn.cotmoc.core.measure.Coded;

/** Which revision of each target is rated. */
public enum Aims implements Coded {
    /** The newest that was decided by the day. */
    CURRENT,
    /** What was set first, whatever was amended since. */
    ORIGINAL
}
