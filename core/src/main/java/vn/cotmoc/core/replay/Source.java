package vn.cotmoc.core.replay;

import vn.cotmoc.core.measure.Coded;

/** Of what kind a thing is that a rating depends on, and that is another one in another run. */
public enum Source implements Coded {
    /** The figure that counts: its amount, its period or the vintage it comes from. */
    FIGURE,
    /** Other figures of the same series, which forecasts and warnings are drawn from. */
    SERIES,
    /** What is aimed at: the revision, its amount, its weight. */
    TARGET,
    /** What is expected by now. */
    TRAJECTORY,
    THRESHOLD,
    RULES,
    ENGINE,
    /** The code that computes facts from figures. */
    FEATURES,
    /** As of which day. */
    DAY,
    /** None of these: names, checks, targets of other authorities, or code that changed without saying so. */
    OTHER
}
