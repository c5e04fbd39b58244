package vn.cotmoc.core.engines;

import java.util.List;
import java.util.Optional;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

/**
 * An engine of the house: it works on the caller's thread, for as long as a first compilation may take, and its answers
 * are checked like anybody's.
 */
record HouseEngine(ScoringEngine engine) implements ScoringEngine {

    @Override
    public Identity identity() {
        return engine.identity();
    }

    @Override
    public List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts) {
        List<Verdict> verdicts = engine.score(ruleSet, facts);
        Optional<String> fault = Answers.fault(ruleSet, facts, verdicts);
        if (fault.isPresent()) {
            throw new EngineFailure("The engine %s %s.".formatted(identity().name(), fault.get()));
        }
        return verdicts;
    }
}
