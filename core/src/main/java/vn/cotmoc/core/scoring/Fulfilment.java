package vn.cotmoc.core.scoring;

import vn.cotmoc.core.measure.Coded;

/** Whether the comparator holds, decided on exact decimals. */
public enum Fulfilment implements Coded {
    MET,
    NOT_MET,
    UNDECIDED
}
