package vn.cotmoc.core.scoring;

/** Reads a rule set that was kept; {@code rules} fills it. */
public interface RuleReader {

    /**
     * The rule set that a model describes, under the hash that the model really has.
     *
     * @param model canonical JSON
     * @throws ScoringEngine.EngineFailure if this house cannot read it
     */
    RuleSet read(String model);
}
