package vn.cotmoc.core.scoring;

import static vn.cotmoc.core.scoring.Lines.aim;
import static vn.cotmoc.core.scoring.Lines.figure;
import static vn.cotmoc.core.scoring.Lines.higher;
import static vn.cotmoc.core.scoring.Lines.line;
import static vn.cotmoc.core.targets.Comparator.AT_LEAST;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.thresholds.CutPoints;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.drools.Engines;
import vn.cotmoc.rules.interpreter.InterpreterEngine;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;

/**
 * 34 provinces of 60 targets each, a call a province: by hand-written Java, by the native engine, by Drools. All three must
 * say the same of every combination of facts and write the same bytes before anything is timed. It stands in this package for
 * {@link Explain}, which makes the record.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoringBenchmark {

    private static final int PROVINCES = 34;
    private static final int TARGETS = 60;
    private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 31);
    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 5);
    private static final RuleSet RULES = new ShippedRuleSets().byDefault();
    private static final Explanation.Made MADE =
            Explanation.Made.of(OCTOBER, RULES, new ScoringEngine.Identity("any", "1"), AssessPlan.FEATURE_CODE);
    private static final String BASELINE = "hand-written";

    private static final Map<String, Function<List<TargetFacts>, List<Verdict>>> WAYS = new TreeMap<>(Map.of(
            BASELINE,
            HandWritten::score,
            "native",
            scoring(new InterpreterEngine()),
            "drools",
            scoring(Engines.drools())));

    @Param({BASELINE, "native", "drools"})
    String way = BASELINE;

    private final List<List<AssessPlan.Assessed>> provinces = provinces();
    private final List<List<TargetFacts>> facts = provinces.stream()
            .map(targets -> targets.stream().map(AssessPlan.Assessed::facts).toList())
            .toList();
    private final ApplicationContext beans =
            ApplicationContext.run(Map.of("micronaut.serde.serialization.inclusion", "always"));
    private final ObjectMapper json = beans.getBean(ObjectMapper.class);

    private static Function<List<TargetFacts>, List<Verdict>> scoring(ScoringEngine engine) {
        return targets -> engine.score(RULES, targets);
    }

    private static List<List<AssessPlan.Assessed>> provinces() {
        return IntStream.range(0, PROVINCES)
                .mapToObj(province -> IntStream.range(0, TARGETS)
                        .mapToObj(target -> assessed(province * TARGETS + target))
                        .toList())
                .toList();
    }

    /** Of all sorts: without a figure, with months of three years, on the way, at the end. */
    private static AssessPlan.Assessed assessed(int number) {
        Observation[] known = switch (number % 8) {
            case 0 -> new Observation[0];
            case 1 -> new Observation[] {figure("2023", "110")};
            case 2 -> new Observation[] {figure("2023", "101")};
            case 3 -> new Observation[] {figure("2023", "96"), figure("2022", "40")};
            case 4 -> new Observation[] {figure("2023", "70")};
            case 5 -> new Observation[] {figure("2023-01/2023-10", "84")};
            case 6 -> new Observation[] {figure("2023-H1", "20")};
            default ->
                IntStream.range(0, 34)
                        .mapToObj(month -> figure(
                                "%d-%02d".formatted(2021 + month / 12, month % 12 + 1),
                                String.valueOf(5 + (month * 7 + number) % 5)))
                        .toArray(Observation[]::new);
        };
        TargetLine own =
                Lines.numbered(line(higher(MeasureKind.FLOW), aim(AT_LEAST, "100"), "2023", Authority.COUNCIL), number);
        return Lines.assessed(own, CutPoints.OWN_DESIGN, number % 3 == 0 ? JANUARY : OCTOBER, List.of(own), known);
    }

    @Setup(Level.Trial)
    public void allSayTheSame() throws IOException {
        List<TargetFacts> every = Stream.concat(
                        Targets.every(new Random(1)).stream(), Targets.everyWarned(new Random(2)).stream())
                .toList();
        List<Verdict> said = HandWritten.score(every);
        List<byte[]> written = records(HandWritten::score);
        for (var other : WAYS.entrySet()) {
            List<byte[]> records = records(other.getValue());
            boolean same = other.getValue().apply(every).equals(said)
                    && records.size() == PROVINCES * TARGETS
                    && IntStream.range(0, records.size()).allMatch(i -> Arrays.equals(records.get(i), written.get(i)));
            if (!same) {
                throw new IllegalStateException(
                        "%s does not say what hand-written Java says; nothing is timed.".formatted(other.getKey()));
            }
        }
    }

    @TearDown(Level.Trial)
    public void end() {
        beans.close();
    }

    /** Facts to verdicts. */
    @Benchmark
    public List<List<Verdict>> verdicts() {
        Function<List<TargetFacts>, List<Verdict>> score = Objects.requireNonNull(WAYS.get(way));
        List<List<Verdict>> all = new ArrayList<>();
        for (List<TargetFacts> province : facts) {
            all.add(score.apply(province));
        }
        return all;
    }

    /** What was computed of the targets to the stored records: facts, verdicts, explanations in both languages, JSON. */
    @Benchmark
    public List<byte[]> explained() throws IOException {
        return records(Objects.requireNonNull(WAYS.get(way)));
    }

    private List<byte[]> records(Function<List<TargetFacts>, List<Verdict>> score) throws IOException {
        List<byte[]> records = new ArrayList<>(PROVINCES * TARGETS);
        for (List<AssessPlan.Assessed> province : provinces) {
            List<Verdict> verdicts = score.apply(
                    province.stream().map(AssessPlan.Assessed::facts).toList());
            for (int i = 0; i < province.size(); i++) {
                records.add(json.writeValueAsBytes(Explain.of(province.get(i), verdicts.get(i), RULES, MADE)));
            }
        }
        return records;
    }

    /** Runs it and prints the ratios to hand-written Java. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ScoringBenchmark.class.getName())
                        .shouldFailOnError(true)
                        .build())
                .run();
        Map<String, Double> times = new TreeMap<>();
        results.forEach(result -> times.put(
                result.getPrimaryResult().getLabel() + " " + result.getParams().getParam("way"),
                result.getPrimaryResult().getScore()));
        times.forEach((what, time) -> System.out.printf(
                "%-24s %8.3f ms  %6.0f ns a target  %5.2f x%n",
                what,
                time,
                time * 1e6 / (PROVINCES * TARGETS),
                time / times.getOrDefault(what.substring(0, what.indexOf(' ') + 1) + BASELINE, Double.NaN)));
    }
}
