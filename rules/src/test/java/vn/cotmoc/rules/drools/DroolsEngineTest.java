package vn.cotmoc.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.rules.contract.EngineContract;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;
import vn.cotmoc.rules.sandbox.Drl;

class DroolsEngineTest extends EngineContract {

    private final RuleSet national = new ShippedRuleSets().byDefault();
    private final ScoringEngine engine = Engines.drools();

    @Override
    protected ScoringEngine engine() {
        return Engines.drools();
    }

    @Test
    void itSaysItsNameAndDroolsVersion() {
        assertThat(engine.identity()).isEqualTo(new ScoringEngine.Identity("drools", "10.2.0"));
    }

    @Test
    void aNullAmongTheFactsIsAFailureAndNotACrash() {
        assertThatExceptionOfType(EngineFailure.class)
                .isThrownBy(() -> engine.score(national, Collections.singletonList(null)));
    }

    @Test
    void theBuildLeftAKjarMadeFromTheShippedRules() {
        assertThat(new ShippedKjars().find(national.sha256()))
                .hasValueSatisfying(
                        kjar -> assertThat(kjar.source()).isEqualTo(Kjar.sourceOf(Drl.of(model().model()))));
    }

    @Test
    void theSameRulesCompileToTheSameBytes() {
        assertThat(SealedModel.sha256(RuleCompiler.compile(model()).bytes()))
                .isEqualTo(SealedModel.sha256(
                        new ShippedKjars().find(national.sha256()).orElseThrow().bytes()));
    }

    private SealedModel model() {
        return SealedModel.open(national);
    }
}
