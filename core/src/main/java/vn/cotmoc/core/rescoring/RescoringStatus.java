package vn.cotmoc.core.rescoring;

import vn.cotmoc.core.measure.Coded;

/** How far a plan's automatic scoring has come. */
public enum RescoringStatus implements Coded {
    QUEUED,
    RUNNING,
    DONE,
    /** Given up; the next change asks for it anew. */
    FAILED
}
