package vn.cotmoc.rules.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.drools.RandomSets;
import vn.cotmoc.rules.interpreter.InterpreterEngine;
import vn.cotmoc.rules.rulesets.SealedModel;

/**
 * How a target's cost grows with the targets of a call, the rows of its table (and a quarter of them in alerts) and the rule sets
 * in use, which take turns. The tables are random, so most targets find their row among the first twenty.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5, time = 1500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class GrowthBenchmark {

    private static final int PROVINCES = 34;

    @Param({"1", "34"})
    int ruleSets;

    @Param({"10", "50", "200"})
    int rows;

    @Param({"60", "600", "6000"})
    int targets;

    @Param({"native", "drools"})
    String engine = "";

    private ScoringEngine scoring = new InterpreterEngine();
    private List<RuleSet> sets = List.of();
    private List<TargetFacts> facts = List.of();
    private int calls;

    @Setup(Level.Trial)
    public void load() throws IOException {
        if (engine.equals("drools")) {
            scoring = RandomSets.drools();
        }
        sets = RandomSets.compiled(ruleSets, rows).stream()
                .map(SealedModel::ruleSet)
                .toList();
        facts = facts().subList(0, targets);
        sets.forEach(set -> scoring.score(set, facts));
    }

    private static List<TargetFacts> facts() {
        Random random = new Random(1);
        List<TargetFacts> facts = new ArrayList<>(Targets.everyWarned(random));
        facts.addAll(Targets.everyWarned(random));
        Collections.shuffle(facts, random);
        return facts;
    }

    @Benchmark
    public List<Verdict> call() {
        return scoring.score(sets.get(calls++ % sets.size()), facts);
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, RunnerException {
        for (int rows : List.of(10, 50, 200)) {
            RandomSets.compiled(PROVINCES, rows);
        }
        Map<Case, Map<String, Double>> times = new TreeMap<>(Case.ORDER);
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(GrowthBenchmark.class.getName())
                        .shouldFailOnError(true)
                        .build())
                .run()) {
            Case of = Case.of(result.getParams());
            times.computeIfAbsent(of, first -> new TreeMap<>())
                    .put(
                            result.getParams().getParam("engine"),
                            result.getPrimaryResult().getStatistics().getPercentile(50) / of.targets);
        }
        System.out.println("| rule sets in use | rows | targets a call | `native` | `drools` |\n|---|---|---|---|---|");
        times.forEach((of, time) -> System.out.printf(
                "| %d | %d | %,d | %.0f ns | %.0f ns |%n",
                of.ruleSets, of.rows, of.targets, time.get("native"), time.get("drools")));
    }

    private record Case(int ruleSets, int rows, int targets) {

        static final Comparator<Case> ORDER = Comparator.comparingInt(Case::ruleSets)
                .thenComparingInt(Case::rows)
                .thenComparingInt(Case::targets);

        static Case of(BenchmarkParams params) {
            return new Case(
                    Integer.parseInt(params.getParam("ruleSets")),
                    Integer.parseInt(params.getParam("rows")),
                    Integer.parseInt(params.getParam("targets")));
        }
    }
}
