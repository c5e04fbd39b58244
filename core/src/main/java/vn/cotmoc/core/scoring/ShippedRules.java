package vn.cotmoc.core.scoring;

import java.util.List;

/** The rule sets that come with the house. */
public interface ShippedRules {

    /** All that a province may choose, the default first. */
    List<RuleSet> all();

    /** Of every province that chose no other. */
    default RuleSet byDefault() {
        return all().getFirst();
    }
}
