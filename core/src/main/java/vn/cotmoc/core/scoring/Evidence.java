package vn.cotmoc.core.scoring;

import vn.cotmoc.core.measure.Coded;

/** What the newest usable figure covers. */
public enum Evidence implements Coded {
    NONE,
    /** A part of the period that says how far it is on the way. */
    PARTIAL,
    /** A figure exists, but it says nothing about the whole period, like one quarter's growth rate. */
    INCOMPARABLE,
    /** The whole period. */
    FULL
}
