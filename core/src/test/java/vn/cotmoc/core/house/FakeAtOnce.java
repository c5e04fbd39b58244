package vn.cotmoc.core.house;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import vn.cotmoc.core.scoring.Engines;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

/** Decides as {@link FakeEngine} does, but for sets whose text says {@code generous}: they meet everything that has a figure. */
@Singleton
@Requires(property = House.PROPERTY)
final class FakeAtOnce implements ScoringEngine {

    private final FakeEngine other;

    FakeAtOnce(FakeEngine other) {
        this.other = other;
    }

    @Override
    public Identity identity() {
        return new Identity(Engines.AT_ONCE, "1");
    }

    @Override
    public List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts) {
        List<Verdict> verdicts = other.score(ruleSet, facts);
        return ruleSet.model().contains("generous")
                ? verdicts.stream().map(FakeAtOnce::generous).toList()
                : verdicts;
    }

    private static Verdict generous(Verdict verdict) {
        return verdict.rating() == Rating.MISSED
                ? new Verdict(verdict.target(), Rating.MET, List.of(), List.of("met"))
                : verdict;
    }
}
