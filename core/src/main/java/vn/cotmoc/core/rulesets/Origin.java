package vn.cotmoc.core.rulesets;

import vn.cotmoc.core.measure.Coded;

/** Where a rule set that a province may choose is from. What comes with the house has no releases that could be followed. */
public enum Origin implements Coded {
    HOUSE,
    NATION,
    PROVINCE
}
