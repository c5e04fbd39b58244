package vn.cotmoc.rules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.drools.Engines;

class RuleSetReadinessTest {

    @Test
    void theShippedRulesAreReady() {
        assertThat(new RuleSetReadiness(new ShippedRuleSets(), Engines.drools()).fault())
                .isEmpty();
    }

    @Test
    void aTamperedRuleSetIsNamedWithWhatIsWrong() {
        RuleSet good = new ShippedRuleSets().inForce();
        RuleSet tampered = new RuleSet(
                good.id(),
                good.version(),
                good.sha256(),
                good.model().replace("\"missed\"", "\"met\""),
                good.sentences());

        assertThat(new RuleSetReadiness(() -> tampered, Engines.drools()).fault())
                .hasValueSatisfying(
                        fault -> assertThat(fault).contains("national-default 1.1.0", good.sha256(), "engine drools"));
    }

    @Test
    void aRuleSetWithAGapIsNamed() {
        assertThat(new RuleSetReadiness(Tables::runningOnly, Engines.drools()).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("No row of rule set running-only 1 decides"));
    }
}
