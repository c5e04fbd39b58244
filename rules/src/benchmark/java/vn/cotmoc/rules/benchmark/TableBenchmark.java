package vn.cotmoc.rules.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

/**
 * {@link EqualTable} by our engines, by other people's and by hand: the same targets, in calls of a province's 60, on one thread, to
 * the same verdicts. All must give them before anything is timed; and ours must be ahead of the others, or it fails.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TableBenchmark {

    private static final int COMBINATIONS = 81;
    private static final int CALLS = 34;
    private static final int TARGETS = 60;
    private static final List<Way> OURS = List.of(Way.NATIVE, Way.DROOLS);

    @Param
    Way way = Way.HAND_WRITTEN;

    private final List<List<TargetFacts>> calls = calls();
    private Function<List<TargetFacts>, List<Verdict>> decides = targets -> List.of();

    private static List<List<TargetFacts>> calls() {
        List<TargetFacts> targets = EqualTable.targets();
        return IntStream.range(0, CALLS)
                .mapToObj(call -> targets.subList(call * TARGETS, (call + 1) * TARGETS))
                .toList();
    }

    @Setup(Level.Trial)
    public void make() {
        decides = way.checked();
    }

    @Benchmark
    @OperationsPerInvocation(CALLS * TARGETS)
    public List<List<Verdict>> verdicts() {
        List<List<Verdict>> all = new ArrayList<>(CALLS);
        for (List<TargetFacts> call : calls) {
            all.add(decides.apply(call));
        }
        return all;
    }

    /** Exits with 1 if another engine is faster than one of ours. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws RunnerException {
        long combinations =
                EqualTable.targets().stream().map(EqualTable::words).distinct().count();
        if (combinations != COMBINATIONS) {
            throw new IllegalStateException(
                    "The targets show %d of the %d combinations of inputs.".formatted(combinations, COMBINATIONS));
        }
        Stream.of(Way.values()).forEach(Way::checked);
        Map<Way, Statistics> times = new EnumMap<>(Way.class);
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(TableBenchmark.class.getName())
                        .shouldFailOnError(true)
                        .build())
                .run()) {
            times.put(
                    Way.valueOf(result.getParams().getParam("way")),
                    result.getPrimaryResult().getStatistics());
        }
        Statistics byHand = Objects.requireNonNull(times.get(Way.HAND_WRITTEN));
        System.out.println("| | a decision, median | × hand-written |\n|---|---|---|");
        times.forEach((way, time) -> System.out.printf(
                "| %s | %.0f ns | %.1f ± %.1f |%n",
                way.title(), median(time), ratio(time, byHand), error(time, byHand)));
        double slowerOfOurs = times.entrySet().stream()
                .filter(one -> OURS.contains(one.getKey()))
                .mapToDouble(one -> median(one.getValue()))
                .max()
                .orElseThrow();
        List<Way> ahead = times.entrySet().stream()
                .filter(one -> one.getKey() != Way.HAND_WRITTEN && !OURS.contains(one.getKey()))
                .filter(one -> median(one.getValue()) < slowerOfOurs)
                .map(Map.Entry::getKey)
                .toList();
        if (!ahead.isEmpty()) {
            System.out.println("Faster than one of ours: " + ahead);
            System.exit(1);
        }
    }

    private static double median(Statistics time) {
        return time.getPercentile(50);
    }

    private static double ratio(Statistics time, Statistics byHand) {
        return median(time) / median(byHand);
    }

    /** Of the ratio: JMH's errors of both, at 99.9 %. */
    private static double error(Statistics time, Statistics byHand) {
        return ratio(time, byHand)
                * Math.hypot(
                        time.getMeanErrorAt(0.999) / time.getMean(), byHand.getMeanErrorAt(0.999) / byHand.getMean());
    }
}
