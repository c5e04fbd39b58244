package vn.cotmoc.core.scoring;

/** The engines there are, by name; {@code engines} fills it. */
public interface Engines {

    /**
     * The engine that a rule set names. What it answers was checked, and it answers in time or fails.
     *
     * @throws EngineUnavailable if there is none of that name
     */
    ScoringEngine of(RuleSet ruleSet);
}
