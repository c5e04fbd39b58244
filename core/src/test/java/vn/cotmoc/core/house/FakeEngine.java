package vn.cotmoc.core.house;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.RuleSets;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.core.signals.Age;

/** Met is met, and everything else is missed with a flag; what has only old figures is not rated, but flagged too. */
@Singleton
@Requires(property = House.PROPERTY)
final class FakeEngine implements ScoringEngine, RuleSets {

    private static final Flag STALE = new Flag("stale", Severity.HIGH);
    private static final Flag MISSED = new Flag("missed", Severity.HIGH);

    @Override
    public Identity identity() {
        return new Identity("fake", "1");
    }

    @Override
    public RuleSet inForce() {
        return new RuleSet(
                "fake",
                "1",
                "fake",
                "0".repeat(64),
                "{}",
                Map.of(
                        "met", new RuleSet.Sentence("Đạt {attainment}: \"{actual}\" {unit}.", "Met: {attainment}."),
                        "missed", new RuleSet.Sentence("Không đạt.", "Missed."),
                        "no-figure", new RuleSet.Sentence("Chưa có số liệu.", "No figure.")),
                Set.of(STALE, MISSED));
    }

    @Override
    public List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts) {
        return facts.stream().map(FakeEngine::verdict).toList();
    }

    private static Verdict verdict(TargetFacts facts) {
        if (facts.evidence() == Evidence.NONE) {
            List<Flag> flags = facts.age() == Age.STALE ? List.of(STALE) : List.of();
            return new Verdict(facts.target(), Rating.INSUFFICIENT_DATA, flags, List.of("no-figure"));
        }
        return facts.fulfilment() == Fulfilment.MET
                ? new Verdict(facts.target(), Rating.MET, List.of(), List.of("met"))
                : new Verdict(facts.target(), Rating.MISSED, List.of(MISSED), List.of("missed"));
    }
}
