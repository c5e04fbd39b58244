package vn.cotmoc.rules.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.interpreter.InterpreterEngine;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;

/**
 * What any scoring engine must do, whoever wrote it: extend this class, say which engine, run it with JUnit. It comes in
 * the test-jar of {@code cotmoc-rules}; {@code deploy/sample-engine} shows how.
 */
public abstract class EngineContract {

    private static final ScoringEngine NATIVE = new InterpreterEngine();
    private static final RuleSet NATIONAL = new ShippedRuleSets().byDefault();
    private static final int THREADS = 8;
    private static final int CALLS = 64;

    /** A new one. */
    protected abstract ScoringEngine engine();

    @Test
    public void itSaysWhoItIsAlwaysAlike() {
        assertThat(engine().identity()).isEqualTo(engine().identity());
    }

    @Test
    public void everyTargetThatCanBeGetsOneVerdictInTheOrderOfTheFacts() {
        List<TargetFacts> facts = Targets.every(new Random(1));
        Collections.shuffle(facts, new Random(2));

        assertThat(engine().score(NATIONAL, List.copyOf(facts)))
                .extracting(Verdict::target)
                .containsExactlyElementsOf(
                        facts.stream().map(TargetFacts::target).toList());
    }

    @Test
    public void itSaysOfTheNationalDefaultWhatTheNativeEngineSays() {
        SameVerdicts.give(engine(), NATIVE, NATIONAL, new Random(3));
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "5, 5", "6, 27", "7, 60"})
    public void itSaysOfAnyTableWhatTheNativeEngineSays(long seed, int rows) {
        Random random = new Random(seed);

        SameVerdicts.give(
                engine(), NATIVE, SealedModel.seal(Tables.random(random, rows)).ruleSet(), random);
    }

    @ParameterizedTest
    @CsvSource({"14, 1", "15, 5", "16, 40"})
    public void itSaysOfAnyTableWhoseRowsAllSpeakWhatTheNativeEngineSays(long seed, int rows) {
        Random random = new Random(seed);

        SameVerdicts.give(
                engine(),
                NATIVE,
                SealedModel.seal(Tables.collecting(random, rows)).ruleSet(),
                random);
    }

    @Test
    public void noTargetsGetNoVerdicts() {
        assertThat(engine().score(NATIONAL, List.of())).isEmpty();
    }

    @Test
    public void equalFactsAndTheSameFactsTwiceEachGetTheirVerdict() {
        TargetFacts one = Targets.every(new Random(8)).getLast();
        ScoringEngine engine = engine();
        Verdict verdict = engine.score(NATIONAL, List.of(one)).getFirst();

        assertThat(engine.score(NATIONAL, List.of(one, Targets.copy(one), one)))
                .containsExactly(verdict, verdict, verdict);
    }

    /** Not the targets beside it, not those before it, not the order. */
    @Test
    public void aVerdictDependsOnItsFactsAlone() {
        ScoringEngine engine = engine();
        List<TargetFacts> facts = Targets.every(new Random(9));
        Map<TargetFacts, Verdict> together = byFacts(facts, engine.score(NATIONAL, facts));
        Collections.shuffle(facts, new Random(10));

        assertThat(byFacts(facts, engine.score(NATIONAL, facts))).isEqualTo(together);
        for (TargetFacts alone : facts.subList(0, 50)) {
            assertThat(engine.score(NATIONAL, List.of(alone))).containsExactly(together.get(alone));
        }
    }

    private static Map<TargetFacts, Verdict> byFacts(List<TargetFacts> facts, List<Verdict> verdicts) {
        Map<UUID, Verdict> byTarget = verdicts.stream().collect(Collectors.toMap(Verdict::target, Function.identity()));
        return facts.stream().collect(Collectors.toMap(Function.identity(), target -> byTarget.get(target.target())));
    }

    @Test
    public void manyThreadsOnTwoRuleSetsNeverMeet() throws Exception {
        ScoringEngine engine = engine();
        List<TargetFacts> facts = Targets.every(new Random(11));
        List<Rating> ratings = List.of(Rating.MISSED, Rating.MET);
        List<Callable<List<Verdict>>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            RuleSet ruleSet = Tables.always(ratings.get(i % 2));
            calls.add(() -> engine.score(ruleSet, facts));
        }
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<Verdict>>> answers = threads.invokeAll(calls);
            for (int i = 0; i < CALLS; i++) {
                Rating expected = ratings.get(i % 2);
                assertThat(answers.get(i).get())
                        .hasSize(facts.size())
                        .allSatisfy(verdict -> assertThat(verdict.rating()).isEqualTo(expected));
            }
        }
    }

    @Test
    public void aTargetThatNoRowDecidesIsAFailureThatNamesIt() {
        TargetFacts undecided = Targets.every(new Random(12)).getFirst();

        assertThatExceptionOfType(EngineFailure.class)
                .isThrownBy(() -> engine().score(Tables.runningOnly(), List.of(undecided)))
                .withMessageContaining(undecided.target().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "no JSON", "{\"id\": \"small\", \"script\": \"run\"}"})
    public void aRuleSetThatCannotBeReadIsRefusedAndTheNextOneIsNot(String model) {
        ScoringEngine engine = engine();
        RuleSet unreadable = with(model, SealedModel.sha256(model.getBytes(UTF_8)));

        assertThatExceptionOfType(EngineFailure.class).isThrownBy(() -> engine.score(unreadable, List.of()));
        assertThat(engine.score(NATIONAL, Targets.every(new Random(13)))).isNotEmpty();
    }

    @Test
    public void aRuleSetWhoseHashIsNotItsModelsIsRefused() {
        RuleSet forged = with(Tables.always(Rating.MET).model(), NATIONAL.sha256());

        assertThatExceptionOfType(EngineFailure.class).isThrownBy(() -> engine().score(forged, List.of()));
    }

    private static RuleSet with(String model, String sha256) {
        return new RuleSet(
                NATIONAL.id(),
                "2",
                NATIONAL.engine(),
                NATIONAL.about(),
                sha256,
                model,
                NATIONAL.sentences(),
                NATIONAL.flags(),
                NATIONAL.asks(),
                NATIONAL.points(),
                NATIONAL.rollUp());
    }
}
