package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.thresholds.CutPoints;
import vn.cotmoc.core.thresholds.Scope;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.trajectories.Trajectory;
import vn.cotmoc.rules.authoring.Possibilities;

/** What authors need no row for is what core really never says, and what they are told cannot be filled it never fills. */
class PossibleFactsTest {

    private static final int TRIES = 20_000;

    private static final List<Comparator> WITH_AN_AMOUNT = List.of(
            Comparator.AT_LEAST,
            Comparator.MORE_THAN,
            Comparator.AT_MOST,
            Comparator.LESS_THAN,
            Comparator.NEAR,
            Comparator.ABOUT,
            Comparator.INCREMENT);

    private static final List<String> PERIODS = List.of(
            "2023-01",
            "2023-02",
            "2023-03",
            "2023-04",
            "2023-Q1",
            "2023-Q2",
            "2023-H1",
            "2023-01/2023-09",
            "2023",
            "2022",
            "2021",
            "2020",
            "2019",
            "2018",
            "2021/2025");

    @Test
    void coreNeverSaysTogetherWhatIsCalledImpossible() {
        Random random = new Random(36);
        Set<Evidence> evidence = new HashSet<>();
        Set<Object> words = new HashSet<>();
        for (int i = 0; i < TRIES; i++) {
            AssessPlan.Assessed assessed = anyTarget(random);
            TargetFacts facts = assessed.facts();
            assertThat(Possibilities.canBe(facts)).as("%s", facts).isTrue();
            Sentences.inputs(assessed)
                    .vi()
                    .keySet()
                    .forEach(name -> assertThat(Possibilities.mayFill(name, facts))
                            .as("{%s} of %s", name, facts)
                            .isTrue());
            evidence.add(facts.evidence());
            words.addAll(List.of(
                    facts.fulfilment(),
                    facts.endBand(),
                    facts.paceBand(),
                    facts.forecastBand(),
                    facts.reachBand(),
                    facts.age(),
                    facts.change(),
                    facts.phase(),
                    facts.agreement()));
        }
        assertThat(evidence).as("the targets differ enough").containsExactlyInAnyOrder(Evidence.values());
        assertThat(words)
                .contains((Object[]) Fulfilment.values())
                .contains((Object[]) EndBand.values())
                .contains((Object[]) PaceBand.values())
                .contains((Object[]) ReachBand.values())
                .contains((Object[]) Phase.values())
                .contains((Object[]) ForecastBand.values())
                .contains((Object[]) Age.values())
                .contains((Object[]) Change.values());
    }

    private static AssessPlan.Assessed anyTarget(Random random) {
        TargetLine line = Lines.line(
                Lines.indicator(any(random, MeasureKind.values()), any(random, Direction.values())),
                aim(random),
                random.nextInt(4) == 0 ? "2021/2025" : "2023");
        TargetLine other = Lines.numbered(
                Lines.line(line.indicator(), aim(random), line.target().period().toString(), Authority.PARTY), 2);
        List<Observation> known = new ArrayList<>();
        if (random.nextInt(6) > 0) {
            int share = random.nextInt(6);
            PERIODS.stream()
                    .filter(period -> random.nextInt(6) <= share)
                    .forEach(period -> known.add(Lines.figure(period, amount(random))));
        }
        if (random.nextBoolean()) {
            for (int month = 0; month < 40; month++) {
                LocalDate first = LocalDate.of(2020, 1, 1).plusMonths(month);
                known.add(Lines.figure(first.toString().substring(0, 7), Integer.toString(5 + random.nextInt(5))));
            }
        }
        LocalDate day = LocalDate.of(2020 + random.nextInt(7), 1 + random.nextInt(12), 1 + random.nextInt(28));
        Trajectory path = random.nextBoolean()
                ? null
                : Lines.path("2023-Q1 " + amount(random), "2023-H1 " + amount(random), "2023 " + amount(random));
        return assessed(line, path, known, List.of(line, other), day);
    }

    private static AssessPlan.Assessed assessed(
            TargetLine line,
            @Nullable Trajectory path,
            List<Observation> known,
            List<TargetLine> beside,
            LocalDate day) {
        CutPoints cut = CutPoints.OWN_DESIGN;
        Features features = Features.of(line, path, known, cut.yardstick(), day);
        return new AssessPlan.Assessed(
                line,
                new Threshold(
                        line.target().id(),
                        Scope.PROVINCE,
                        1,
                        cut,
                        false,
                        LocalDate.EPOCH,
                        "thử",
                        Instant.EPOCH,
                        "nguoi-sua"),
                features,
                Signals.of(line, features.reading(), known, beside, cut.yardstick(), Limits.OWN_DESIGN, day),
                true);
    }

    private static Aim aim(Random random) {
        Comparator comparator = WITH_AN_AMOUNT.get(random.nextInt(WITH_AN_AMOUNT.size()));
        return switch (random.nextInt(6)) {
            case 0 -> Lines.range("40", "90");
            case 1 -> Lines.word(Comparator.YES_NO, null);
            case 2 -> Lines.word(Comparator.BEFORE_DATE, LocalDate.of(2023, 7, 1));
            case 3 -> Lines.from(amount(random), comparator, amount(random));
            default ->
                comparator == Comparator.INCREMENT
                        ? Lines.from("20", comparator, amount(random))
                        : Lines.aim(comparator, amount(random));
        };
    }

    private static String amount(Random random) {
        return Integer.toString(random.nextInt(120) - 5);
    }

    private static <E> E any(Random random, E[] words) {
        return words[random.nextInt(words.length)];
    }
}
