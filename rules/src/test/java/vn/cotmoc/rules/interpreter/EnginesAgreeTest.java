package vn.cotmoc.rules.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.contract.SameVerdicts;
import vn.cotmoc.rules.drools.Engines;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;

class EnginesAgreeTest {

    private static final ScoringEngine DROOLS = Engines.drools();
    private static final ScoringEngine NATIVE = new InterpreterEngine();

    @Test
    void onEveryCombinationOfFactsOfTheNationalDefault() {
        agree(new ShippedRuleSets().byDefault(), new Random(2023));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 5", "3, 27", "4, 60", "5, 200"})
    void onEveryCombinationOfFactsOfRandomTables(long seed, int rows) {
        Random random = new Random(seed);

        agree(SealedModel.seal(Tables.random(random, rows)).ruleSet(), random);
    }

    @ParameterizedTest
    @CsvSource({"6, 1", "7, 5", "8, 27", "9, 200"})
    void onEveryCombinationOfFactsOfRandomTablesWhoseRowsAllSpeak(long seed, int rows) {
        Random random = new Random(seed);

        agree(SealedModel.seal(Tables.collecting(random, rows)).ruleSet(), random);
    }

    @Test
    void thatATargetNoRowDecidesIsAFailure() {
        List<TargetFacts> every = Targets.every(new Random(1));
        for (ScoringEngine engine : List.of(DROOLS, NATIVE)) {
            assertThatExceptionOfType(EngineFailure.class)
                    .isThrownBy(() -> engine.score(Tables.runningOnly(), every))
                    .withMessageContaining(every.getFirst().target().toString());
        }
    }

    private static void agree(RuleSet ruleSet, Random random) {
        assertThat(Targets.every(random)).hasSize(3 * 4 * 3 * 5 * 4);
        assertThat(Targets.everyWarned(random)).hasSize(3 * 4 * 4 * 4 * 3 * 2 * 3);
        SameVerdicts.give(DROOLS, NATIVE, ruleSet, random);
    }
}
