package vn.cotmoc.core.tasks;

import vn.cotmoc.core.measure.Coded;

/** The life of a task. */
public enum TaskStatus implements Coded {
    OPEN,
    /** Reported at 100 %; a lower report opens it again. */
    DONE,
    /** Given up; it stays readable. */
    DROPPED
}
