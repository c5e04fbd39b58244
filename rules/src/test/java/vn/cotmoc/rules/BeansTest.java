package vn.cotmoc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.scoring.RuleSets;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.rules.rulesets.RuleSetReadiness;

class BeansTest {

    @Test
    void whoAsksForAnEngineGetsDroolsAndTheInterpreterByName() {
        try (ApplicationContext beans = ApplicationContext.run()) {
            assertThat(beans.getBean(ScoringEngine.class).identity().name()).isEqualTo("drools");
            assertThat(beans.getBean(ScoringEngine.class, Qualifiers.byName("native"))
                            .identity()
                            .name())
                    .isEqualTo("native");
            assertThat(beans.getBean(RuleSets.class).inForce().id()).isEqualTo("national-default");
            assertThat(beans.getBean(RuleSetReadiness.class).fault()).isEmpty();
        }
    }
}
