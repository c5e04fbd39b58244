package vn.cotmoc.core.sheets;

import vn.cotmoc.core.measure.Coded;

/** The life of an uploaded sheet. */
public enum ImportStatus implements Coded {
    READING,
    /** To its end; it waits for somebody to confirm it. */
    READ,
    /** It cannot be read to its end. */
    REFUSED,
    /** Its reader was not heard of for a while: the program that read it is gone. Never stored. */
    INTERRUPTED,
    CONFIRMED
}
