package vn.cotmoc.core.checks;

import vn.cotmoc.core.measure.Coded;

/** What a check can find. */
public enum Fault implements Coded {
    BELOW_LOWEST,
    ABOVE_HIGHEST,
    /** A part of a thing that is counted in whole ones. */
    NOT_WHOLE,
    /** Far from the figure of the same months a year earlier, or without one from that of as many months just before. */
    JUMP,
    /** A total to date that is less than one of fewer months of the year. */
    BELOW_EARLIER,
    /** A total to date that is more than one of more months of the year. */
    ABOVE_LATER,
    /** Months, quarters or years do not make the figure of the longer period. */
    PARTS_IN_TIME,
    /** Some of the months, quarters or years make more than the longer period already. */
    PARTS_ABOVE,
    /** The places inside do not make the figure of the whole. */
    PARTS_OVER_AREAS,
    /** An estimate that would be believed instead of a firmer figure, because it is known later. */
    LESS_FIRM
}
