package vn.cotmoc.rules.drools;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.interpreter.InterpreterEngine;
import vn.cotmoc.rules.rulesets.SealedModel;

/**
 * What 200 loaded rule sets of 50 rows keep, each another, loaded from kjars by scoring as in production; and what compiling, loading
 * and the first score take. {@link DroolsEngine} keeps the last 100 and is not made to keep more: two engines, as two nodes
 * have, hold 200. It fails if what an engine let go is not freed.
 */
public final class MemoryBenchmark {

    private static final int SETS = 200;
    private static final int KEPT = 100;
    private static final int ROWS = 50;
    private static final int COMPILED_ANEW = 10;
    private static final int TARGETS = 60;
    private static final double SLACK = 0.1;

    private final List<SealedModel> models = RandomSets.compiled(SETS, ROWS);
    private final List<RuleSet> sets = models.stream().map(SealedModel::ruleSet).toList();
    private final List<TargetFacts> facts = Targets.everyWarned(new Random(1)).subList(0, TARGETS);

    private MemoryBenchmark() throws IOException {}

    public static void main(String[] arguments) throws IOException {
        MemoryBenchmark benchmark = new MemoryBenchmark();
        say("| %d rule sets of %d rows | heap | class metadata |\n|---|---|---|", SETS, ROWS);
        benchmark.ofDrools();
        benchmark.ofNative();
        say("\n| one rule set of %d rows, median | |\n|---|---|", ROWS);
        benchmark.loading();
        benchmark.compiling();
    }

    private void ofDrools() {
        score(RandomSets.drools(), sets.subList(0, 1));
        Used before = Used.now();
        List<ScoringEngine> engines = new ArrayList<>(List.of(RandomSets.drools(), RandomSets.drools()));
        score(engines.getFirst(), sets.subList(0, KEPT));
        score(engines.getLast(), sets.subList(KEPT, SETS));
        Used all = Used.now().since(before);
        say("| `drools`, %d loaded | %s | %s |", SETS, megabytes(all.heap), megabytes(all.metaspace));
        say("| one of them | %s | %s |", kilobytes(all.heap / SETS), kilobytes(all.metaspace / SETS));

        score(engines.getFirst(), sets.subList(KEPT, SETS));
        Used replaced = Used.now().since(before);
        say(
                "| another %d in the place of %d | %s | %s |",
                KEPT, KEPT, megabytes(replaced.heap), megabytes(replaced.metaspace));
        engines.removeLast();
        Used half = Used.now().since(before);
        say("| one engine gone, %d loaded | %s | %s |", KEPT, megabytes(half.heap), megabytes(half.metaspace));
        engines.clear();
        Used none = Used.now().since(before);
        say("| both gone | %s | %s |", megabytes(none.heap), megabytes(none.metaspace));

        if (!replaced.isWithin(1 + SLACK, all) || !half.isWithin(0.5 + SLACK, all) || !none.isWithin(SLACK, all)) {
            say("What is not kept any more is not freed.");
            System.exit(1);
        }
    }

    private void ofNative() {
        ScoringEngine engine = new InterpreterEngine();
        score(engine, sets.subList(0, 1));
        Used before = Used.now();
        score(engine, sets);
        Used all = Used.now().since(before);
        Reference.reachabilityFence(engine);
        say("| `native`, one of %d | %s | %s |", SETS, kilobytes(all.heap / SETS), kilobytes(all.metaspace / SETS));
    }

    private void loading() throws IOException {
        RandomSets kjars = new RandomSets();
        List<Long> loads = new ArrayList<>();
        List<Long> firsts = new ArrayList<>();
        List<Long> seconds = new ArrayList<>();
        for (SealedModel model : models) {
            long start = System.nanoTime();
            LoadedRules rules =
                    LoadedRules.load(model, kjars.find(model.sha256()).orElseThrow());
            long loaded = System.nanoTime();
            rules.match(facts);
            long matched = System.nanoTime();
            rules.match(facts);
            loads.add(loaded - start);
            firsts.add(matched - loaded);
            seconds.add(System.nanoTime() - matched);
        }
        say("| read and load its kjar | %s |", median(loads));
        say("| first score of %d targets | %s |", TARGETS, median(firsts));
        say("| second | %s |", median(seconds));
    }

    private void compiling() {
        List<Long> times = new ArrayList<>();
        for (SealedModel model : models.subList(0, COMPILED_ANEW)) {
            long start = System.nanoTime();
            RuleCompiler.compile(model);
            times.add(System.nanoTime() - start);
        }
        say("| compile it, warm | %s |", median(times.subList(COMPILED_ANEW / 2, COMPILED_ANEW)));
    }

    private void score(ScoringEngine engine, List<RuleSet> ruleSets) {
        ruleSets.forEach(ruleSet -> engine.score(ruleSet, facts));
    }

    private static String megabytes(long bytes) {
        return "%.1f MB".formatted(bytes / 1e6);
    }

    private static String kilobytes(long bytes) {
        return "%.0f kB".formatted(bytes / 1e3);
    }

    private static String median(List<Long> nanoseconds) {
        return "%.1f ms".formatted(nanoseconds.stream().sorted().toList().get(nanoseconds.size() / 2) / 1e6);
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line, Object... values) {
        System.out.printf(line + "%n", values);
    }

    /**
     * @param heap bytes that are reachable
     * @param metaspace bytes
     */
    private record Used(long heap, long metaspace) {

        static Used now() {
            for (int round = 0; round < 5; round++) {
                System.gc();
            }
            long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .mapToLong(pool -> pool.getUsage().getUsed())
                    .sum();
            return new Used(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), metaspace);
        }

        Used since(Used before) {
            return new Used(heap - before.heap, metaspace - before.metaspace);
        }

        boolean isWithin(double share, Used other) {
            return heap <= share * other.heap && metaspace <= share * other.metaspace;
        }
    }
}
