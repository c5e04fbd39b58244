package vn.cotmoc.rules.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.evrete.Configuration;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatefulSession;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.Row;

/**
 * Evrete: a rule a row. A call's targets are inserted together, fired together and cleared from one session that lives as long as
 * the rules. Best of what was tried: a new stateless session a call, predicates that are lambdas (of literal ones Evrete knows which are
 * the same and evaluates them once for all rules) and Evrete's own pool of threads instead of this thread each took longer.
 */
final class EvreteTable {

    private final StatefulSession session;

    EvreteTable() {
        RuleSetBuilder<Knowledge> rules = KnowledgeService.builder(new Configuration())
                .withExecutor(new ThisThread())
                .build()
                .newKnowledge()
                .builder();
        for (Row row : EqualTable.ROWS) {
            LhsBuilder<Knowledge> when = rules.newRule(row.rule()).forEach("$asked", Asked.class);
            EqualTable.asks(row).forEach((input, word) -> when.where(test(input, word)));
            when.execute(context -> decide(context, row));
        }
        session = rules.build().newStatefulSession();
    }

    private static String test(Fact input, Coded word) {
        return "$asked.%s == %s.%s".formatted(input.component(), input.type().getName(), word.name());
    }

    private static void decide(RhsContext context, Row row) {
        Asked asked = context.get("$asked");
        asked.verdict = EqualTable.verdict(asked.target, row);
    }

    List<Verdict> decide(List<TargetFacts> targets) {
        List<Asked> all = new ArrayList<>(targets.size());
        for (TargetFacts target : targets) {
            all.add(new Asked(target));
        }
        session.insert(all);
        session.fire();
        session.clear();
        List<Verdict> verdicts = new ArrayList<>(targets.size());
        for (Asked asked : all) {
            verdicts.add(Objects.requireNonNull(asked.verdict));
        }
        return verdicts;
    }

    /** A target and what was decided of it; public for Evrete, which reads the inputs. */
    public static final class Asked {

        private final TargetFacts target;
        private @Nullable Verdict verdict;

        private Asked(TargetFacts target) {
            this.target = target;
        }

        public Phase phase() {
            return target.phase();
        }

        public Fulfilment fulfilment() {
            return target.fulfilment();
        }

        public Age age() {
            return target.age();
        }

        public Agreement agreement() {
            return target.agreement();
        }
    }

    private static final class ThisThread extends AbstractExecutorService {

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }
}
