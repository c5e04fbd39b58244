package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.scoring.Lines.aim;
import static vn.cotmoc.core.scoring.Lines.decimal;
import static vn.cotmoc.core.scoring.Lines.figure;
import static vn.cotmoc.core.scoring.Lines.from;
import static vn.cotmoc.core.scoring.Lines.higher;
import static vn.cotmoc.core.scoring.Lines.indicator;
import static vn.cotmoc.core.scoring.Lines.line;
import static vn.cotmoc.core.scoring.Lines.lower;
import static vn.cotmoc.core.scoring.Lines.paceBand;
import static vn.cotmoc.core.scoring.Lines.path;
import static vn.cotmoc.core.scoring.Lines.range;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.thresholds.CutPoints;
import vn.cotmoc.core.trajectories.Origin;
import vn.cotmoc.core.trajectories.Trajectory;

class ExpectationTest {

    private static final LocalDate DURING = LocalDate.of(2024, 11, 5);

    /** Lào Cai's scenario of 2024: quarters stand alone, half-year and nine months are cumulative as given. */
    private static final Trajectory GROWTH = path(
            "2024-Q1 8.8", "2024-Q2 9.27", "2024-H1 9.09", "2024-Q3 10.69", "2024-01/2024-09 9.68", "2024-Q4 10.97");

    private static final TargetLine YEAR_OF_GROWTH =
            line(higher(MeasureKind.RATE), aim(Comparator.MORE_THAN, "10"), "2024");

    private static final TargetLine HUNDRED = line(higher(MeasureKind.FLOW), aim(Comparator.AT_LEAST, "100"), "2024");

    private static final Trajectory QUARTERS = path("2024-Q1 20", "2024-Q2 25", "2024-H1 44", "2024-Q3 30");

    @ParameterizedTest
    @CsvSource({
        "2024-Q1,         8.8,  ON_TRACK, 0",
        "2024-Q1,         8.79, BEHIND,   -0.01",
        "2024-H1,         9.09, ON_TRACK, 0",
        "2024-01/2024-09, 9.68, ON_TRACK, 0",
        "2024-01/2024-09, 8.7,  AT_RISK,  -0.98",
        "2024-01/2024-09, -2.77, AT_RISK, -12.45",
        "2024-Q3,         10.7, ON_TRACK, 0.01"
    })
    void growthIsRatedOnTheWayByTheCheckpointOfItsVeryMonths(
            String months, String actual, PaceBand band, String points) {
        Features features = features(YEAR_OF_GROWTH, GROWTH, figure(months, actual));
        assertThat(features.reading().evidence()).isEqualTo(Evidence.PARTIAL);
        assertThat(paceBand(features)).isEqualTo(band);
        assertThat(features.behind().orElseThrow()).isEqualByComparingTo(points);
        assertThat(features.expected().orElseThrow()).isInstanceOfSatisfying(Expectation.Stated.class, stated -> {
            assertThat(stated.months()).hasToString(months);
            assertThat(stated.version()).isEqualTo(3);
        });
    }

    @Test
    void aRateWithoutACheckpointOfItsMonthsSaysNothingOfTheWhole() {
        Features features = features(YEAR_OF_GROWTH, GROWTH, figure("2024-07", "12"));
        assertThat(features.reading().evidence()).isEqualTo(Evidence.INCOMPARABLE);
        assertThat(paceBand(features)).isEqualTo(PaceBand.NO_PACE);
    }

    @Test
    void theNewestFigureThatHasACheckpointCountsAndTheCumulativeOneOfThoseThatEndTogether() {
        Features features = features(
                YEAR_OF_GROWTH,
                GROWTH,
                figure("2024-Q1", "8"),
                figure("2024-Q2", "9"),
                figure("2024-H1", "8.6"),
                figure("2024-07", "11"));
        assertThat(features.reading().period()).hasToString("2024-H1");
    }

    @Test
    void aTotalTakesTheCheckpointsThatReachItsMonthsAndACumulativeOneAsItWasGiven() {
        assertThat(expected(HUNDRED, QUARTERS, figure("2024-Q1", "40"))).isEqualTo("20 of 2024-Q1");
        assertThat(expected(HUNDRED, QUARTERS, figure("2024-H1", "40"))).isEqualTo("44 of 2024-H1");
        assertThat(expected(HUNDRED, QUARTERS, figure("2024-01/2024-09", "80"))).isEqualTo("74 of 2024-01/2024-09");
    }

    /** Of 24 between the first two checkpoints two thirds; of 20 before the first two thirds; of 26 after the last one a third. */
    @Test
    void aTotalIsAssumedBetweenItsCheckpointsAndFromTheLastOneToItsAim() {
        assertThat(expected(HUNDRED, QUARTERS, figure("2024-01/2024-05", "40"))).isEqualTo("36 of 2024-01/2024-05");
        assertThat(expected(HUNDRED, QUARTERS, figure("2024-01/2024-02", "9")))
                .isEqualTo("13.333333 of 2024-01/2024-02");
        assertThat(expected(HUNDRED, QUARTERS, figure("2024-01/2024-10", "80")))
                .isEqualTo("82.666667 of 2024-01/2024-10");
        Expectation october = features(HUNDRED, QUARTERS, figure("2024-01/2024-10", "80"))
                .expected()
                .orElseThrow();
        assertThat(october).isInstanceOfSatisfying(Expectation.Between.class, between -> {
            assertThat(between.origin()).isEqualTo(Origin.LINEAR);
            assertThat(between.version()).isEqualTo(3);
        });
    }

    /** An early checkpoint says little of October: what is left of the year is still to come. */
    @Test
    void anEarlyCheckpointIsNotAllThatIsExpectedOfTheYear() {
        Trajectory first = path("2024-Q1 10");
        assertThat(expected(HUNDRED, first, figure("2024-01/2024-10", "30"))).isEqualTo("80 of 2024-01/2024-10");
        assertThat(paceBand(features(HUNDRED, first, figure("2024-01/2024-10", "30"))))
                .isEqualTo(PaceBand.AT_RISK);
    }

    @Test
    void betweenCheckpointsTheSeasonOfPastYearsIsAssumed() {
        Observation[] known = Stream.of(2021, 2022)
                .flatMap(year ->
                        Stream.of(figure(year + "-H1", "30"), figure(year + "-Q3", "10"), figure(year + "-Q4", "60")))
                .toArray(Observation[]::new);
        Trajectory half = path("2024-H1 30");
        Observation[] and = Stream.concat(Stream.of(known), Stream.of(figure("2024-01/2024-09", "39")))
                .toArray(Observation[]::new);
        // Of the 70 that are left, a seventh comes in the third quarter.
        assertThat(expected(HUNDRED, half, and)).isEqualTo("40 of 2024-01/2024-09");
        assertThat(features(HUNDRED, half, and).expected().orElseThrow().origin())
                .isEqualTo(Origin.SEASONAL);
    }

    @Test
    void whatIsKnownBackwardsCountsAsMuchAsWhatIsKnownForwards() {
        Trajectory second = path("2024-H1 40", "2024-Q2 30");
        assertThat(expected(HUNDRED, second, figure("2024-Q1", "10")))
                .as("what the second quarter does not bring")
                .isEqualTo("10 of 2024-Q1");
        assertThat(expected(HUNDRED, second, figure("2024-01/2024-04", "10"))).isEqualTo("20 of 2024-01/2024-04");
        assertThat(expected(HUNDRED, path("2024-Q4 40"), figure("2024-01/2024-09", "10")))
                .as("what the aim leaves to the other quarters")
                .isEqualTo("60 of 2024-01/2024-09");
    }

    /** Q2 brings 50 and Q4 20, so 30 are left for the six other months before October. */
    @Test
    void aCheckpointThatStandsAloneBringsWhatItSays() {
        Trajectory alone = path("2024-Q2 50", "2024-Q4 20");
        assertThat(expected(HUNDRED, alone, figure("2024-Q1", "10"))).isEqualTo("15 of 2024-Q1");
        assertThat(expected(HUNDRED, alone, figure("2024-01/2024-05", "10"))).isEqualTo("48.333333 of 2024-01/2024-05");
        assertThat(expected(HUNDRED, alone, figure("2024-H1", "10"))).isEqualTo("65 of 2024-H1");
        assertThat(expected(HUNDRED, alone, figure("2024-01/2024-09", "10"))).isEqualTo("80 of 2024-01/2024-09");
        assertThat(expected(HUNDRED, alone, figure("2024-01/2024-11", "10"))).isEqualTo("93.333333 of 2024-01/2024-11");
    }

    @Test
    void aPathThatIsAtItsAimBeforeTheEndStaysThere() {
        assertThat(expected(HUNDRED, path("2024-H1 120"), figure("2024-01/2024-09", "110")))
                .isEqualTo("120 of 2024-H1");
    }

    @Test
    void ofARangeTheEndThatIsTheLeastWayIsHeadedFor() {
        TargetLine range = line(higher(MeasureKind.FLOW), range("100", "200"), "2024");
        assertThat(expected(range, path("2024-H1 40"), figure("2024-01/2024-09", "60")))
                .isEqualTo("70 of 2024-01/2024-09");
    }

    @Test
    void aLevelTakesTheCheckpointOfTheSameEnd() {
        TargetLine year = line(higher(MeasureKind.COUNT), from("60", Comparator.AT_LEAST, "72"), "2024");
        Trajectory path = path("2024-H1 66", "2024-Q3 70");
        assertThat(expected(year, path, figure("2024-06", "65"))).isEqualTo("66 of 2024-H1");
        assertThat(expected(year, path, figure("2024-08", "65"))).isEqualTo("nothing");
        Features features = features(year, path, figure("2024-06", "65"));
        assertThat(features.pace().orElseThrow().percent()).isEqualByComparingTo("83.33");
    }

    @Test
    void whatShallFallIsOnTrackWhileItStaysBelowItsCheckpoint() {
        TargetLine year = line(lower(MeasureKind.SHARE), from("10", Comparator.AT_MOST, "6"), "2024");
        Trajectory path = path("2024-H1 8");
        assertThat(paceBand(features(year, path, figure("2024-H1", "8")))).isEqualTo(PaceBand.ON_TRACK);
        assertThat(paceBand(features(year, path, figure("2024-H1", "9")))).isEqualTo(PaceBand.AT_RISK);
    }

    @Test
    void aRankIsComparedThoughItHasNoRatio() {
        TargetLine year = line(
                indicator(MeasureKind.RANK, Direction.LOWER_IS_BETTER), aim(Comparator.RANK_AT_MOST, "20"), "2024");
        Trajectory path = path("2024-H1 25");
        assertThat(paceBand(features(year, path, figure("2024-H1", "25")))).isEqualTo(PaceBand.ON_TRACK);
        assertThat(paceBand(features(year, path, figure("2024-H1", "26")))).isEqualTo(PaceBand.AT_RISK);
    }

    @Test
    void aPathOfTheWholeOnlyIsHeadedFor() {
        assertThat(expected(HUNDRED, path("2024 110"), figure("2024-H1", "40"))).isEqualTo("55 of 2024-H1");
        assertThat(expected(HUNDRED, path("2024-Q4 100"), figure("2024-H1", "40")))
                .as("all of it comes in the last quarter")
                .isEqualTo("0 of 2024-H1");
        assertThat(expected(HUNDRED, path(), figure("2024-H1", "40"))).isEqualTo("50 of 2024-H1");
    }

    @Property
    void whatIsExpectedOfATotalNeverFallsWithTheMonths(
            @ForAll @IntRange(min = 0, max = 50) int first, @ForAll @IntRange(min = 0, max = 50) int second) {
        Trajectory path = path("2024-Q1 " + first, "2024-01/2024-09 " + (first + second));
        List<BigDecimal> expected = IntStream.rangeClosed(1, 11)
                .mapToObj(
                        month -> Expectation.of(HUNDRED, path, Period.yearToDate(YearMonth.of(2024, month)), List.of())
                                .flatMap(expectation -> expectation.amount(
                                        HUNDRED.revision().aim().amount()))
                                .orElseThrow()
                                .value())
                .toList();
        assertThat(expected).isSorted();
        assertThat(expected.get(2)).isEqualByComparingTo(BigDecimal.valueOf(first));
        assertThat(expected.get(8)).isEqualByComparingTo(BigDecimal.valueOf(first + second));
        assertThat(expected.getLast()).isLessThanOrEqualTo(BigDecimal.valueOf(100));
    }

    @Test
    void monthsThatMakeMoreInOtherYearsAreExpectedToMakeMore() {
        TargetLine year = line(higher(MeasureKind.FLOW), aim(Comparator.AT_LEAST, "1000"), "2024");
        List<Observation> known = Stream.of(
                        figure("2022", "100"),
                        figure("2022-H1", "40"),
                        figure("2023-H1", "50"),
                        figure("2023-H2", "50"),
                        figure("2024-H1", "440"))
                .toList();
        Expectation expectation =
                Expectation.of(year, null, Reading.of(year, known), known).orElseThrow();
        assertThat(expectation.origin()).isEqualTo(Origin.SEASONAL);
        assertThat(expectation.amount(year.revision().aim().amount()).orElseThrow())
                .hasToString("450");
        assertThat(paceBand(features(year, null, known.toArray(Observation[]::new))))
                .isEqualTo(PaceBand.BEHIND);
    }

    @ParameterizedTest
    @EnumSource(names = "FLOW", mode = EnumSource.Mode.EXCLUDE)
    void nothingIsAssumedOfWhatDoesNotAddUp(MeasureKind kind) {
        TargetLine year = line(higher(kind), aim(Comparator.AT_LEAST, "100"), "2024");
        assertThat(expected(year, null, figure("2024-H1", "40"))).isEqualTo("nothing");
    }

    @Property
    void aTotalExactlyOnItsCheckpointIsOnTrackAndAnythingLessIsNot(
            @ForAll @BigRange(min = "0.000001", max = "99999999999") @Scale(6) BigDecimal checkpoint) {
        TargetLine year = line(higher(MeasureKind.FLOW), aim(Comparator.AT_LEAST, "100000000000"), "2024");
        Trajectory path = path("2024-H1 " + checkpoint.toPlainString());
        assertThat(paceBand(features(year, path, figure("2024-H1", checkpoint.toPlainString()))))
                .isEqualTo(PaceBand.ON_TRACK);
        assertThat(paceBand(features(
                        year,
                        path,
                        figure(
                                "2024-H1",
                                checkpoint.subtract(decimal("0.000001")).toPlainString()))))
                .isNotEqualTo(PaceBand.ON_TRACK);
    }

    private static String expected(TargetLine line, @Nullable Trajectory trajectory, Observation... known) {
        return features(line, trajectory, known)
                .expected()
                .map(expectation -> "%s of %s"
                        .formatted(
                                expectation
                                        .amount(line.revision().aim().amount())
                                        .map(Object::toString)
                                        .orElse("?"),
                                expectation.months()))
                .orElse("nothing");
    }

    private static Features features(TargetLine line, @Nullable Trajectory trajectory, Observation... known) {
        return Features.of(line, trajectory, List.of(known), CutPoints.OWN_DESIGN.yardstick(), DURING);
    }
}
