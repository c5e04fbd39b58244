package vn.cotmoc.core.scoring;

/** The engines there are, by name; {@code engines} fills it. */
public interface Engines {

    /** The one that decides without compiling: for trying rules while they are written, and beside the others before a release. */
    String AT_ONCE = "native";

    /**
     * The engine that a rule set names. What it answers was checked, and it answers in time or fails.
     *
     * @throws EngineUnavailable if there is none of that name
     */
    default ScoringEngine of(RuleSet ruleSet) {
        return of(ruleSet, ruleSet.engine());
    }

    /** Another one for the same rules. @throws EngineUnavailable if there is none of that name */
    ScoringEngine of(RuleSet ruleSet, String name);
}
