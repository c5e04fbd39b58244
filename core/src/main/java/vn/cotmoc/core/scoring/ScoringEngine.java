package vn.cotmoc.core.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plugin seam: facts in, verdicts out. An engine touches no database, keeps nothing between calls, may be called from
 * many threads at once, and answers the same facts with the same verdicts. A third party's is a jar that names it under
 * {@code META-INF/services}; {@code EngineContract} of module {@code rules} says by tests what it must do.
 */
public interface ScoringEngine {

    Identity identity();

    /**
     * One verdict for each target, in the order of the facts. It names at least one rule of the set, none twice, and raises
     * only flags that the set declares.
     *
     * @throws EngineFailure if the rule set cannot be loaded or gives a target no rating or several; nothing else may be
     *     thrown
     */
    List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts);

    /**
     * @param name by which rule sets choose it: lower-case words joined by hyphens
     * @param version which code it was, for whoever reads a scorecard years later: letters, digits, dots, hyphens, a plus
     */
    record Identity(String name, String version) {}

    /** An engine could not do its work; the run fails with this reason and the last good scorecard stays. */
    class EngineFailure extends RuntimeException {

        private static final long serialVersionUID = 1;

        public EngineFailure(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }

        public EngineFailure(String reason) {
            super(reason);
        }
    }
}
