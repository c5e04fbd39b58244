package vn.cotmoc.core.targets;

import vn.cotmoc.core.measure.Coded;

/** How much of an aim is attained that is not to be passed, without a way from a baseline; a province chooses. */
public enum CeilingIndex implements Coded {
    /** 2 − A/T: 8 of at most 10 is 120 %. */
    TWO_MINUS,
    /** T/A: 8 of at most 10 is 125 %. */
    INVERSE
}
