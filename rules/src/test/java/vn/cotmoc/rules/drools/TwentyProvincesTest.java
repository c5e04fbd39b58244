package vn.cotmoc.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cotmoc.core.scoring.Kjars;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.interpreter.InterpreterEngine;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.seals.SealingKey;

/** Twenty provinces publish and score at once in one engine: each by its own rules, never by another's. */
class TwentyProvincesTest {

    private static final int PROVINCES = 20;
    private static final int ROUNDS = 10;
    private static final int TARGETS = 60;

    @TempDir
    private Path folder;

    @Test
    void eachScoresByItsOwnRules() throws Exception {
        DroolsEngine engine = new DroolsEngine(new RuleCode(
                new ShippedKjars(),
                Optional.of(new Kept()),
                new SealingKey(folder.resolve("keys/rules.key").toString()),
                RuleCompiler::compile));
        InterpreterEngine oracle = new InterpreterEngine();
        List<Callable<Void>> work = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int province = 0; province < PROVINCES; province++) {
                RuleSet own = published(province);
                List<TargetFacts> facts = facts(new Random(1_000L * round + province));
                List<Verdict> expected = oracle.score(own, facts);
                work.add(() -> {
                    assertThat(engine.score(own, facts)).isEqualTo(expected);
                    return null;
                });
            }
        }
        assertThat(IntStream.range(0, PROVINCES)
                        .mapToObj(province -> oracle.score(published(province), facts(new Random(1))))
                        .distinct())
                .as("no two provinces rate alike")
                .hasSize(PROVINCES);

        try (var threads = Executors.newFixedThreadPool(PROVINCES)) {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    private static RuleSet published(int province) {
        return SealedModel.seal(Tables.random(new Random(province), 8)).ruleSet();
    }

    private static List<TargetFacts> facts(Random random) {
        List<TargetFacts> every = Targets.everyWarned(random);
        return random.ints(TARGETS, 0, every.size()).mapToObj(every::get).toList();
    }

    private static final class Kept implements Kjars {

        private final Map<String, byte[]> table = new ConcurrentHashMap<>();

        @Override
        public Optional<byte[]> find(String sha256) {
            return Optional.ofNullable(table.get(sha256));
        }

        @Override
        public void keep(String sha256, byte[] sealed) {
            table.put(sha256, sealed);
        }
    }
}
