package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.scoring.Lines.aim;
import static vn.cotmoc.core.scoring.Lines.figure;
import static vn.cotmoc.core.scoring.Lines.higher;
import static vn.cotmoc.core.scoring.Lines.line;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.thresholds.CutPoints;
import vn.cotmoc.rules.drools.Engines;
import vn.cotmoc.rules.interpreter.InterpreterEngine;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;

/**
 * Records of runs as they must come out for ever: from figures, and from the records themselves, by each engine, letter by letter.
 * The file is written anew only by {@code -Dcotmoc.golden=write}, and not while other features have the same version.
 */
class GoldenRunsTest {

    private static final Path FILE = Path.of("src/test/resources/vn/cotmoc/core/scoring/golden-runs.jsonl");
    private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 31);
    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 5);
    private static final RuleSet RULES = new ShippedRuleSets().byDefault();
    private static final ScoringEngine.Identity GOLDEN = new ScoringEngine.Identity("golden", "1");

    private static final CutPoints OTHERS = new CutPoints(
            new BigDecimal("1.2"),
            new BigDecimal("0.6"),
            new BigDecimal("0.5"),
            new BigDecimal("0.2"),
            CutPoints.OWN_DESIGN.tolerance(),
            new BigDecimal("0.99"),
            new BigDecimal("0.6"),
            30);

    private static ApplicationContext beans;
    private static ObjectMapper json;

    /** Whichever engine it is, records name the same one. */
    record Named(ScoringEngine engine) implements ScoringEngine {

        @Override
        public Identity identity() {
            return GOLDEN;
        }

        @Override
        public List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts) {
            return engine.score(ruleSet, facts);
        }
    }

    static List<Named> engines() {
        return List.of(new Named(new InterpreterEngine()), new Named(Engines.drools()));
    }

    @BeforeAll
    static void startTheMapper() throws IOException {
        beans = ApplicationContext.run(Map.of("micronaut.serde.serialization.inclusion", "always"));
        json = beans.getBean(ObjectMapper.class);
        if ("write".equals(System.getProperty("cotmoc.golden"))) {
            writeAnew();
        }
    }

    @AfterAll
    static void stop() {
        beans.close();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void figuresGiveTheGoldenRecords(ScoringEngine engine) throws IOException {
        List<String> golden = Files.readAllLines(FILE);
        List<String> records =
                records(engine).stream().map(GoldenRunsTest::write).toList();
        assertThat(records).hasSameSizeAs(golden);
        for (int i = 0; i < golden.size(); i++) {
            assertThat(records.get(i)).as("""
                            golden run %d; if features compute something else on purpose, raise AssessPlan.FEATURE_CODE, then \
                            write the runs anew by -Dcotmoc.golden=write""", i + 1).isEqualTo(golden.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void goldenRecordsGiveThemselves(ScoringEngine engine) throws IOException {
        List<String> golden = Files.readAllLines(FILE);
        List<String> again = ScoreAgain.of(
                        golden.stream().map(GoldenRunsTest::read).toList(), RULES, engine)
                .stream()
                .map(rescored -> switch (rescored) {
                    case ScoreAgain.Rescored.Rewritten rewritten -> write(rewritten.again());
                    case ScoreAgain.Rescored.Judged judged -> "judged only";
                    case ScoreAgain.Rescored.Unscored unscored -> "not scored";
                })
                .toList();
        assertThat(again).isEqualTo(golden);
    }

    /** Other cut points, their verdict and sentences, drawn into the record that is there: the letters of scoring from figures. */
    @ParameterizedTest
    @MethodSource("engines")
    void goldenRecordsUnderOtherCutPointsAreThoseOfTheirFigures(ScoringEngine engine) throws IOException {
        List<Explanation> golden =
                Files.readAllLines(FILE).stream().map(GoldenRunsTest::read).toList();
        List<AssessPlan.Assessed> own = assessed(CutPoints.OWN_DESIGN);
        List<AssessPlan.Assessed> others = assessed(OTHERS);
        List<Verdict> verdicts = engine.score(
                RULES, others.stream().map(AssessPlan.Assessed::facts).toList());
        int otherwise = 0;
        for (int i = 0; i < golden.size(); i++) {
            Undecided kept = Undecided.parse(own.get(i).undecided().text());
            Explanation drawn = Explain.under(golden.get(i), kept, others.get(i).threshold(), verdicts.get(i), RULES);
            Explanation whole = Explain.of(
                    others.get(i),
                    verdicts.get(i),
                    RULES,
                    Explanation.Made.of(day(i), RULES, engine.identity(), AssessPlan.FEATURE_CODE));
            assertThat(write(drawn)).isEqualTo(write(whole));
            otherwise += kept.isSameBy(CutPoints.OWN_DESIGN, OTHERS) ? 0 : 1;
        }
        assertThat(otherwise).isGreaterThan(10);
    }

    @Test
    void theyAreOfAllSorts() throws IOException {
        List<Explanation> golden =
                Files.readAllLines(FILE).stream().map(GoldenRunsTest::read).toList();
        assertThat(golden)
                .extracting(Explanation::rating)
                .contains(
                        "exceeded",
                        "met",
                        "nearly-met",
                        "missed",
                        "on-track",
                        "behind",
                        "at-risk",
                        "insufficient-data");
        assertThat(golden).anyMatch(record -> !record.flags().isEmpty());
        assertThat(golden)
                .allMatch(record -> record.reasons().stream()
                        .noneMatch(reason -> reason.vi().contains("{")));
    }

    private static List<Explanation> records(ScoringEngine engine) {
        List<AssessPlan.Assessed> assessed = assessed(CutPoints.OWN_DESIGN);
        List<Verdict> verdicts = engine.score(
                RULES, assessed.stream().map(AssessPlan.Assessed::facts).toList());
        return IntStream.range(0, assessed.size())
                .mapToObj(i -> Explain.of(
                        assessed.get(i),
                        verdicts.get(i),
                        RULES,
                        Explanation.Made.of(day(i), RULES, engine.identity(), AssessPlan.FEATURE_CODE)))
                .toList();
    }

    private static List<AssessPlan.Assessed> assessed(CutPoints cut) {
        List<AssessPlan.Assessed> all = new ArrayList<>();
        for (MeasureKind kind : List.of(MeasureKind.FLOW, MeasureKind.LEVEL, MeasureKind.RATE, MeasureKind.INDEX)) {
            for (Observation[] known : known()) {
                all.add(assessed(kind, Comparator.AT_LEAST, all.size(), cut, known));
            }
        }
        all.add(assessed(MeasureKind.SHARE, Comparator.AT_MOST, all.size(), cut, figure("2023", "100.000001")));
        all.add(assessed(MeasureKind.LEVEL, Comparator.MORE_THAN, all.size(), cut, figure("2023", "100")));
        all.add(onItsWay(MeasureKind.FLOW, "2023-Q1 20", all.size(), cut, figure("2023-Q1", "18.5")));
        all.add(onItsWay(MeasureKind.FLOW, "2023-Q1 20", all.size(), cut, figure("2023-01/2023-10", "77")));
        all.add(onItsWay(MeasureKind.FLOW, "2023 110", all.size(), cut, figure("2023-01/2023-10", "95")));
        all.add(onItsWay(MeasureKind.RATE, "2023-H1 99", all.size(), cut, figure("2023-H1", "98.5")));
        return all;
    }

    private static AssessPlan.Assessed onItsWay(
            MeasureKind kind, String checkpoint, int number, CutPoints cut, Observation... known) {
        TargetLine own =
                Lines.numbered(line(higher(kind), aim(Comparator.AT_LEAST, "100"), "2023", Authority.COUNCIL), number);
        return Lines.assessed(own, Lines.path(checkpoint), cut, day(number), List.of(own), known);
    }

    private static List<Observation[]> known() {
        return List.of(
                new Observation[0],
                new Observation[] {figure("2023", "110")},
                new Observation[] {figure("2023", "101")},
                new Observation[] {figure("2023", "96"), figure("2022", "40")},
                new Observation[] {figure("2023", "70")},
                new Observation[] {figure("2023-01/2023-10", "84")},
                new Observation[] {figure("2023-01/2023-10", "78")},
                new Observation[] {figure("2023-H1", "20")},
                IntStream.range(0, 34)
                        .mapToObj(month -> figure(
                                "%d-%02d".formatted(2021 + month / 12, month % 12 + 1),
                                String.valueOf(5 + (month * 7) % 5)))
                        .toArray(Observation[]::new));
    }

    private static AssessPlan.Assessed assessed(
            MeasureKind kind, Comparator comparator, int number, CutPoints cut, Observation... known) {
        TargetLine own = Lines.numbered(line(higher(kind), aim(comparator, "100"), "2023", Authority.COUNCIL), number);
        return Lines.assessed(own, cut, day(number), List.of(own), known);
    }

    private static LocalDate day(int number) {
        return number % 4 == 3 ? JANUARY : OCTOBER;
    }

    private static void writeAnew() throws IOException {
        List<Explanation> anew = records(engines().getFirst());
        List<Explanation> golden = Files.exists(FILE)
                ? Files.readAllLines(FILE).stream().map(GoldenRunsTest::read).toList()
                : List.of();
        for (Explanation old : golden) {
            anew.stream()
                    .filter(record -> record.id().equals(old.id()) && record.featureCode() == old.featureCode())
                    .forEach(record -> assertThat(List.of(
                                    record.facts(),
                                    Objects.requireNonNull(record.inputs()),
                                    Objects.requireNonNull(record.signals())))
                            .as("Features compute something else: raise AssessPlan.FEATURE_CODE first.")
                            .isEqualTo(List.of(
                                    old.facts(),
                                    Objects.requireNonNull(old.inputs()),
                                    Objects.requireNonNull(old.signals()))));
        }
        Files.write(FILE, anew.stream().map(GoldenRunsTest::write).toList());
    }

    private static String write(Explanation record) {
        try {
            return json.writeValueAsString(record);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Explanation read(String record) {
        try {
            return Objects.requireNonNull(json.readValue(record, Explanation.class));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
