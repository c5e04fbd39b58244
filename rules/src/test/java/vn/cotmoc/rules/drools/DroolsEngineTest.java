package vn.cotmoc.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;
import vn.cotmoc.rules.sandbox.Drl;

class DroolsEngineTest {

    private final RuleSet national = new ShippedRuleSets().inForce();
    private final ScoringEngine engine = Engines.drools();

    @Test
    void itSaysItsNameAndDroolsVersion() {
        assertThat(engine.identity()).isEqualTo(new ScoringEngine.Identity("drools", "10.2.0"));
    }

    @Test
    void verdictsComeInTheOrderOfTheFacts() {
        List<TargetFacts> facts = Targets.every(new Random(3));
        Collections.shuffle(facts, new Random(4));

        assertThat(engine.score(national, facts).stream().map(Verdict::target))
                .containsExactlyElementsOf(
                        facts.stream().map(TargetFacts::target).toList());
    }

    @Test
    void equalFactsAndTheSameFactsTwiceEachGetTheirVerdict() {
        TargetFacts one = Targets.every(new Random(5)).getLast();
        TargetFacts equal = new TargetFacts(
                one.target(),
                one.phase(),
                one.evidence(),
                one.fulfilment(),
                one.endBand(),
                one.paceBand(),
                one.attainmentMicros(),
                one.paceMicros(),
                one.forecastBand(),
                one.reachBand(),
                one.age(),
                one.change(),
                one.agreement());

        assertThat(engine.score(national, List.of(one, equal, one))).hasSize(3).containsOnly(verdict(one));
    }

    @Test
    void noTargetsGiveNoVerdicts() {
        assertThat(engine.score(national, List.of())).isEmpty();
    }

    @Test
    void eightThreadsOnTwoRuleSetsNeverMeet() throws Exception {
        List<TargetFacts> facts = Targets.every(new Random(6));
        RuleSet missed = Tables.always(Rating.MISSED);
        RuleSet met = Tables.always(Rating.MET);
        List<Callable<List<Verdict>>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            RuleSet ruleSet = i % 2 == 0 ? missed : met;
            calls.add(() -> engine.score(ruleSet, facts));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<Verdict>>> answers = threads.invokeAll(calls);
            for (int i = 0; i < answers.size(); i++) {
                Rating expected = i % 2 == 0 ? Rating.MISSED : Rating.MET;
                assertThat(answers.get(i).get()).hasSize(facts.size()).allMatch(each -> each.rating() == expected);
            }
        }
    }

    @Test
    void aRuleSetWhoseHashIsNotItsModelsIsRefused() {
        RuleSet other = Tables.always(Rating.MET);
        RuleSet forged = new RuleSet(other.id(), "2", national.sha256(), other.model(), other.sentences());

        assertThatExceptionOfType(EngineFailure.class)
                .isThrownBy(() -> engine.score(forged, List.of()))
                .withMessageContaining("says its hash is " + national.sha256());
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

    private Verdict verdict(TargetFacts facts) {
        return engine.score(national, List.of(facts)).getFirst();
    }
}
