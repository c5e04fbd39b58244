package vn.cotmoc.core.scoring;

/** Which rule set scores the current province's plans. */
public interface RuleSets {

    RuleSet inForce();
}
