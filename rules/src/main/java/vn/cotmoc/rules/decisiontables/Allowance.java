package vn.cotmoc.rules.decisiontables;

import vn.cotmoc.core.measure.Coded;

/** What a rule set does on purpose that would else be taken for a mistake. */
public enum Allowance implements Coded {
    /** A target that attains more may score less than one that attains less. */
    MORE_SCORES_LESS
}
