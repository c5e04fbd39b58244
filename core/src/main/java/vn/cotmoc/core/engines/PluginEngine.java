package vn.cotmoc.core.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.EngineUnavailable.Why;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

/**
 * An engine of a plugin, asked on the plugin's threads.
 *
 * @param identity as it was when the plugin was loaded
 */
record PluginEngine(Plugin plugin, ScoringEngine engine, Identity identity) implements ScoringEngine {

    @Override
    public List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts) {
        // Copied by the plugin's own thread: the list is its code too.
        List<@Nullable Verdict> verdicts = plugin.ask(identity.name(), () -> copy(engine.score(ruleSet, facts)));
        Optional<String> fault = Answers.fault(ruleSet, facts, verdicts);
        if (fault.isPresent()) {
            throw plugin.quarantine(Why.NONSENSE, Map.of("engine", identity.name()), fault.get(), null);
        }
        return List.copyOf(verdicts);
    }

    private static @Nullable List<@Nullable Verdict> copy(@Nullable List<Verdict> answered) {
        return answered == null ? null : new ArrayList<>(answered);
    }
}
