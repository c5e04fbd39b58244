package vn.cotmoc.rules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.drools.Engines;

class RuleSetReadinessTest {

    @Test
    void theShippedRulesAreReady() {
        assertThat(new RuleSetReadiness(new ShippedRuleSets(), (any, name) -> Engines.drools()).fault())
                .isEmpty();
    }

    @Test
    void aTamperedRuleSetIsNamedWithWhatIsWrong() {
        RuleSet good = new ShippedRuleSets().byDefault();
        RuleSet tampered = new RuleSet(
                good.id(),
                good.version(),
                good.engine(),
                good.about(),
                good.sha256(),
                good.model().replace("\"missed\"", "\"met\""),
                good.sentences(),
                good.flags(),
                good.asks(),
                good.points(),
                good.rollUp());

        assertThat(new RuleSetReadiness(() -> List.of(tampered), (any, name) -> Engines.drools()).fault())
                .hasValueSatisfying(
                        fault -> assertThat(fault).contains("national-default 1.2.1", good.sha256(), "engine drools"));
    }

    @Test
    void onceItScoredItStaysReady() {
        ScoringEngine[] engine = {Engines.drools()};
        RuleSetReadiness readiness = new RuleSetReadiness(new ShippedRuleSets(), (any, name) -> engine[0]);
        assertThat(readiness.fault()).isEmpty();

        engine[0] = new BrokenEngine();

        assertThat(readiness.fault()).isEmpty();
        assertThat(new RuleSetReadiness(new ShippedRuleSets(), (any, name) -> engine[0]).fault())
                .isPresent();
    }

    private record BrokenEngine() implements ScoringEngine {

        @Override
        public Identity identity() {
            return new Identity("broken", "1");
        }

        @Override
        public List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts) {
            throw new EngineFailure("It does not score today.");
        }
    }

    @Test
    void aRuleSetWithAGapIsNamed() {
        assertThat(new RuleSetReadiness(() -> List.of(Tables.runningOnly()), (any, name) -> Engines.drools()).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("No row of rule set running-only 1 decides"));
    }
}
