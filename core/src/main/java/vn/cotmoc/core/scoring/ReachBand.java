package vn.cotmoc.core.scoring;

import vn.cotmoc.core.measure.Coded;

/** Whether what is left of the period can still bring what is missing, decided on exact decimals. */
public enum ReachBand implements Coded {
    WITHIN,
    /** Each of the parts left would have to be better than the best there ever was. */
    BEYOND,
    /** Whatever they bring: a limit is passed, or too much was lost. */
    LOST,
    /** Nothing adds up, or too little is known of how much a part can bring. */
    NO_REACH
}
