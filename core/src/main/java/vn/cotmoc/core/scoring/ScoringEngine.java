package vn.cotmoc.core.scoring;

import java.util.List;

/**
 * The plugin seam: facts in, verdicts out. An engine touches no database, keeps nothing between calls, may be called from
 * many threads at once, and answers the same facts with the same verdicts.
 */
public interface ScoringEngine {

    Identity identity();

    /**
     * One verdict for each target, in the order of the facts.
     *
     * @throws EngineFailure if the rule set cannot be loaded or gives a target no rating or several
     */
    List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts);

    record Identity(String name, String version) {}

    /** An engine could not do its work; the run fails with this reason and the last good scorecard stays. */
    final class EngineFailure extends RuntimeException {

        private static final long serialVersionUID = 1;

        public EngineFailure(String reason, Throwable cause) {
            super(reason, cause);
        }

        public EngineFailure(String reason) {
            super(reason);
        }
    }
}
