package vn.cotmoc.core.authoring;

import vn.cotmoc.core.measure.Coded;

/** The life of a draft. */
public enum DraftStatus implements Coded {
    /** Its authors change it. */
    DRAFT,
    /** It waits for a second person. */
    PROPOSED,
    /** It may be released. */
    APPROVED,
    /** It became a version of its set. */
    RELEASED,
    /** It was given up; it stays readable. */
    WITHDRAWN
}
