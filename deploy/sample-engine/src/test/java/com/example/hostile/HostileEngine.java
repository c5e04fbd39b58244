package com.example.hostile;

import java.util.List;
import java.util.Locale;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

/** Works for one target, as when the house asks whether it is ready, and breaks its contract for more. */
abstract class HostileEngine implements ScoringEngine {

    @Override
    public final Identity identity() {
        return new Identity(getClass().getSimpleName().replace("Engine", "").toLowerCase(Locale.ROOT), "1");
    }

    @Override
    public final List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts) {
        return facts.size() > 1
                ? misbehave(facts)
                : facts.stream().map(HostileEngine::missing).toList();
    }

    abstract List<Verdict> misbehave(List<TargetFacts> facts);

    /** What the national default says of a period that ended without a figure. */
    static Verdict missing(TargetFacts target) {
        return new Verdict(
                target.target(),
                Rating.INSUFFICIENT_DATA,
                List.of(new Flag("missing", Severity.MEDIUM)),
                List.of("ended-without-figure"));
    }
}
