package vn.cotmoc.rules.benchmark;

import java.util.List;
import java.util.Objects;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.api.RulesEngineParameters;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.Row;

/**
 * Easy Rules: a rule a row, in the table's order, until the first that applies; it decides one target at a time. Its best: conditions
 * in Java, not in MVEL or SpEL; one fact, for facts are found by walking all of them; the same {@code Facts} for all
 * targets, for making them anew costs besides. A condition that went past its facts to a field would take a third of the time, but
 * then nothing of the engine is asked any more and two threads cannot use the rules.
 */
final class EasyRulesTable {

    private static final String ASKED = "asked";

    private final RulesEngine engine = new DefaultRulesEngine(new RulesEngineParameters().skipOnFirstAppliedRule(true));
    private final Rules rules = new Rules();
    private final Facts facts = new Facts();
    private final Asked asked = new Asked();

    EasyRulesTable() {
        facts.put(ASKED, asked);
        for (Row row : EqualTable.ROWS) {
            List<Test> tests = EqualTable.asks(row).entrySet().stream()
                    .map(asks -> new Test(asks.getKey(), asks.getValue()))
                    .toList();
            rules.register(new RuleBuilder()
                    .name(row.rule())
                    .priority(EqualTable.ROWS.indexOf(row))
                    .when(known -> holds(tests, of(known).target()))
                    .then(known -> of(known).decide(row))
                    .build());
        }
    }

    private static Asked of(Facts known) {
        return known.get(ASKED);
    }

    private static boolean holds(List<Test> tests, TargetFacts target) {
        for (Test test : tests) {
            if (EqualTable.said(test.input, target) != test.word) {
                return false;
            }
        }
        return true;
    }

    Verdict decide(TargetFacts target) {
        asked.target = target;
        engine.fire(rules, facts);
        return Objects.requireNonNull(asked.verdict);
    }

    private record Test(Fact input, Coded word) {}

    private static final class Asked {

        private @Nullable TargetFacts target;
        private @Nullable Verdict verdict;

        TargetFacts target() {
            return Objects.requireNonNull(target);
        }

        void decide(Row row) {
            verdict = EqualTable.verdict(target(), row);
        }
    }
}
