package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.observations.ObservationStatus.ESTIMATED;
import static vn.cotmoc.core.observations.ObservationStatus.OFFICIAL;
import static vn.cotmoc.core.observations.ObservationStatus.OUTTURN;
import static vn.cotmoc.core.observations.ObservationStatus.PRELIMINARY;
import static vn.cotmoc.core.scoring.Lines.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.targets.Comparator;

class ReadingTest {

    private static final LocalDate DECEMBER = LocalDate.of(2021, 12, 20);
    private static final LocalDate LATER = LocalDate.of(2022, 9, 30);

    /** Lào Cai's growth of 2021 was 5.33 in December and 5.45 later. */
    @Test
    void theVintageKnownLastIsBelieved() {
        assertThat(amount(
                        MeasureKind.RATE,
                        "2021",
                        figure("2021", "5.45", PRELIMINARY, LATER),
                        figure("2021", "5.33", ESTIMATED, DECEMBER)))
                .isEqualTo("5.45");
    }

    @Test
    void ofVintagesKnownOnTheSameDayTheFirmestIsBelieved() {
        assertThat(amount(
                        MeasureKind.RATE,
                        "2021",
                        figure("2021", "5.45", OFFICIAL, LATER),
                        figure("2021", "5.33", OUTTURN, LATER)))
                .isEqualTo("5.45");
    }

    @Test
    void aLaterDayOutranksAFirmerStatus() {
        assertThat(amount(
                        MeasureKind.RATE,
                        "2021",
                        figure("2021", "5.45", OFFICIAL, DECEMBER),
                        figure("2021", "5.33", OUTTURN, LATER)))
                .isEqualTo("5.33");
    }

    @Test
    void ofEquallyFirmOnesTheOneRecordedLastIsBelieved() {
        Observation typingError = figure("2021", "545", OFFICIAL, LATER, Instant.EPOCH);
        Observation corrected = figure("2021", "5.45", OFFICIAL, LATER, Instant.EPOCH.plusSeconds(60));
        assertThat(amount(MeasureKind.RATE, "2021", typingError, corrected)).isEqualTo("5.45");
        assertThat(amount(MeasureKind.RATE, "2021", corrected, typingError)).isEqualTo("5.45");
    }

    @Test
    void withoutAnyFigureThereIsNoEvidence() {
        assertThat(read(MeasureKind.FLOW, "2021").evidence()).isEqualTo(Evidence.NONE);
        assertThat(read(MeasureKind.FLOW, "2021", figure("2020", "7"), figure("2022", "9"), figure("2021/2025", "40"))
                        .evidence())
                .isEqualTo(Evidence.NONE);
    }

    @Test
    void theWholePeriodOutranksItsPartsEvenWhereTheyCameLater() {
        Reading reading = read(
                MeasureKind.FLOW,
                "2021",
                figure("2021", "100", ESTIMATED, DECEMBER),
                figure("2021-01/2021-11", "95", OFFICIAL, LATER));
        assertThat(reading.evidence()).isEqualTo(Evidence.FULL);
        assertThat(reading.amount()).hasToString("100");
    }

    @Test
    void aTotalOnTheWayIsTheLongestFromTheBeginning() {
        Reading reading = read(
                MeasureKind.FLOW,
                "2023",
                figure("2023-Q1", "20"),
                figure("2023-01/2023-10", "80"),
                figure("2023-H1", "45"),
                figure("2023-10", "9"),
                figure("2023-Q3", "27"));
        assertThat(reading.evidence()).isEqualTo(Evidence.PARTIAL);
        assertThat(reading.amount()).hasToString("80");
        assertThat(reading.period()).hasToString("2023-01/2023-10");
    }

    @Test
    void aSecondQuarterAloneIsNoYearToDate() {
        assertThat(read(MeasureKind.FLOW, "2023", figure("2023-Q2", "25"), figure("2023-H2", "55"))
                        .evidence())
                .isEqualTo(Evidence.NONE);
        assertThat(amount(MeasureKind.FLOW, "2023", figure("2023-Q1", "20"), figure("2023-Q3", "25")))
                .isEqualTo("20");
    }

    @Test
    void quartersAndMonthsThatFollowEachOtherAddUp() {
        Reading reading = read(
                MeasureKind.FLOW,
                "2023",
                figure("2023-Q1", "15000"),
                figure("2023-Q2", "0"),
                figure("2023-07", "100"),
                figure("2023-08", "50"),
                figure("2023-10", "999"));
        assertThat(reading.evidence()).isEqualTo(Evidence.PARTIAL);
        assertThat(reading.amount()).hasToString("15150");
        assertThat(reading.period()).hasToString("2023-01/2023-08");
        assertThat(reading.parts())
                .extracting(part -> part.period().toString())
                .containsExactly("2023-Q1", "2023-Q2", "2023-07", "2023-08");
    }

    @Test
    void fourQuartersOrTwelveMonthsAreTheYear() {
        Reading quarters = read(
                MeasureKind.FLOW,
                "2023",
                figure("2023-Q1", "1"),
                figure("2023-Q2", "2"),
                figure("2023-Q3", "3"),
                figure("2023-Q4", "4"));
        assertThat(quarters.evidence()).isEqualTo(Evidence.FULL);
        assertThat(quarters.amount()).hasToString("10");
        Observation[] months = new Observation[12];
        for (int i = 0; i < 12; i++) {
            months[i] = figure("2023-%02d".formatted(i + 1), "1");
        }
        assertThat(read(MeasureKind.FLOW, "2023", months).amount()).hasToString("12");
    }

    @Test
    void aCumulativeFigureOutranksTheMonthsThatItSums() {
        Reading reading = read(
                MeasureKind.FLOW,
                "2023",
                figure("2023-Q1", "20"),
                figure("2023-Q2", "20"),
                figure("2023-H1", "45"),
                figure("2023-Q3", "5"));
        assertThat(reading.amount()).hasToString("50");
        assertThat(reading.parts()).extracting(part -> part.period().toString()).containsExactly("2023-H1", "2023-Q3");
    }

    @Test
    void partsOfAHalfAddUpToAPeriodThatHasAName() {
        assertThat(read(MeasureKind.FLOW, "2023-H2", figure("2023-07", "1"), figure("2023-08", "1"))
                        .period())
                .hasToString("2023-07");
        assertThat(read(
                                MeasureKind.FLOW,
                                "2023-H2",
                                figure("2023-07", "1"),
                                figure("2023-08", "1"),
                                figure("2023-09", "1"))
                        .period())
                .hasToString("2023-Q3");
    }

    @Test
    void aYearOfQuartersCountsInATerm() {
        Reading reading = read(
                MeasureKind.FLOW,
                "2021/2025",
                figure("2021", "10"),
                figure("2022-H1", "5"),
                figure("2022-H2", "6"),
                figure("2023-Q1", "2"));
        assertThat(reading.amount()).hasToString("21");
        assertThat(reading.period()).hasToString("2021/2022");
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE", "REDUCTION", "INDEX", "RANK"})
    void aQuartersRateSaysNothingAboutTheYear(MeasureKind kind) {
        Reading reading = read(kind, "2023", figure("2023-Q1", "8.8"));
        assertThat(reading.evidence()).isEqualTo(Evidence.INCOMPARABLE);
        assertThat(reading.amount()).hasToString("8.8");
    }

    @ParameterizedTest
    @EnumSource(names = {"LEVEL", "SHARE", "COUNT", "CONDITION"})
    void aStateOnTheWayIsTheLatest(MeasureKind kind) {
        Reading reading = read(kind, "2023", figure("2023-Q1", "50"), figure("2023-08", "54"), figure("2023-H1", "52"));
        assertThat(reading.evidence()).isEqualTo(Evidence.PARTIAL);
        assertThat(reading.amount()).hasToString("54");
    }

    @Test
    void aTermsTotalIsTheSumOfItsYears() {
        Reading reading = read(MeasureKind.FLOW, "2021/2025", years("10", "11", "12", "13", "14"));
        assertThat(reading.evidence()).isEqualTo(Evidence.FULL);
        assertThat(reading.amount()).hasToString("60");
        assertThat(reading.period()).hasToString("2021/2025");
    }

    @Test
    void aTermsTotalOnTheWayIsTheSumOfTheYearsSoFar() {
        Reading reading = read(MeasureKind.FLOW, "2021/2025", years("10", "11", "12"));
        assertThat(reading.evidence()).isEqualTo(Evidence.PARTIAL);
        assertThat(reading.amount()).hasToString("33");
        assertThat(reading.period()).hasToString("2021/2023");
        assertThat(reading.from())
                .extracting(from -> Objects.requireNonNull(from).period())
                .hasToString("2023");
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOW", "RATE", "REDUCTION"})
    void noSumOrMeanSkipsAMissingYear(MeasureKind kind) {
        Observation[] gap = {figure("2021", "10"), figure("2022", "11"), figure("2024", "13"), figure("2025", "14")};
        Reading reading = read(kind, "2021/2025", gap);
        assertThat(reading.evidence()).isEqualTo(Evidence.PARTIAL);
        assertThat(reading.period()).hasToString("2021/2022");
        assertThat(read(kind, "2021/2025", figure("2022", "11"), figure("2023", "12"))
                        .evidence())
                .isEqualTo(Evidence.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"LEVEL", "SHARE", "COUNT", "CONDITION"})
    void aTermsStateIsTheLatestYearsWhicheverYearsAreMissing(MeasureKind kind) {
        Reading reading = read(kind, "2021/2025", figure("2022", "11"), figure("2024", "13"));
        assertThat(reading.evidence()).isEqualTo(Evidence.PARTIAL);
        assertThat(reading.amount()).hasToString("13");
        assertThat(reading.period()).hasToString("2024");
        Reading ended = read(kind, "2021/2025", figure("2022", "11"), figure("2025", "14"));
        assertThat(ended.evidence()).isEqualTo(Evidence.FULL);
        assertThat(ended.amount()).hasToString("14");
    }

    @ParameterizedTest
    @EnumSource(names = {"INDEX", "RANK"})
    void aPlaceWithinATermCountsAtItsEnd(MeasureKind kind) {
        assertThat(read(kind, "2021/2025", years("10", "11")).evidence()).isEqualTo(Evidence.INCOMPARABLE);
        assertThat(read(kind, "2021/2025", figure("2025", "3")).evidence()).isEqualTo(Evidence.FULL);
    }

    @Test
    void reductionsOfATermAreAveraged() {
        assertThat(amount(MeasureKind.REDUCTION, "2021/2025", years("5.02", "4", "3", "4", "3")))
                .isEqualTo("3.804");
        assertThat(amount(MeasureKind.REDUCTION, "2021/2023", years("1", "1", "2")))
                .isEqualTo("1.333333");
    }

    @Test
    void growthOverATermIsCompounded() {
        assertThat(amount(MeasureKind.RATE, "2021/2022", years("10", "-10"))).isEqualTo("-0.501256");
        assertThat(amount(MeasureKind.RATE, "2021/2025", years("10", "10", "10", "10", "10")))
                .isEqualTo("10");
        assertThat(amount(MeasureKind.RATE, "2021/2022", years("0", "21"))).isEqualTo("10");
        assertThat(amount(MeasureKind.RATE, "2021/2025", years("5.45", "9.02", "5.11", "7.38", "8.5")))
                .isEqualTo("7.080401");
    }

    @Test
    void whatFellByEverythingHasNothingLeftToGrow() {
        assertThat(amount(MeasureKind.RATE, "2021/2022", years("-100", "50"))).isEqualTo("-100");
        assertThat(amount(MeasureKind.RATE, "2021/2022", years("-150", "50"))).isEqualTo("-100");
    }

    @Property
    void averageGrowthLiesBetweenTheWorstAndTheBestYear(
            @ForAll @Size(min = 1, max = 10) List<@BigRange(min = "-50", max = "100") @Scale(2) BigDecimal> rates) {
        BigDecimal slack = new BigDecimal("0.000001");
        assertThat(Reading.averageGrowth(rates))
                .isBetween(
                        Collections.min(rates).subtract(slack),
                        Collections.max(rates).add(slack));
    }

    @Property
    void theSameGrowthEveryYearIsTheAverage(@ForAll @BigRange(min = "-99", max = "1000") @Scale(4) BigDecimal rate) {
        assertThat(Reading.averageGrowth(Collections.nCopies(7, rate))).isEqualByComparingTo(rate);
    }

    @Test
    void aSumTooLargeToKeepSaysNothingInsteadOfFailing() {
        Reading reading = read(MeasureKind.FLOW, "2021/2025", years("99999999999999", "99999999999999"));
        assertThat(reading.evidence()).isEqualTo(Evidence.INCOMPARABLE);
        assertThat(reading.amount()).hasToString("99999999999999");
    }

    @Test
    void aTermsOwnFigureOutranksItsYears() {
        Observation[] known = Stream.concat(
                        Stream.of(figure("2021/2025", "61")), Stream.of(years("10", "11", "12", "13", "14")))
                .toArray(Observation[]::new);
        assertThat(amount(MeasureKind.FLOW, "2021/2025", known)).isEqualTo("61");
    }

    @Test
    void anAverageYearOfATotalIsTheMeanOfItsYears() {
        Reading soFar = average(MeasureKind.FLOW, years("10", "11", "12"));
        assertThat(soFar.evidence()).isEqualTo(Evidence.PARTIAL);
        assertThat(soFar.amount()).hasToString("11");
        assertThat(soFar.period()).hasToString("2021/2023");
        assertThat(average(MeasureKind.FLOW, years("10", "11", "12", "13", "15"))
                        .amount())
                .hasToString("12.2");
        assertThat(average(MeasureKind.FLOW, figure("2021/2025", "61")).amount())
                .as("the term's own total, shared by its years")
                .hasToString("12.2");
        assertThat(average(MeasureKind.FLOW, figure("2022", "11")).evidence())
                .as("no mean skips a missing year")
                .isEqualTo(Evidence.NONE);
    }

    @Test
    void anAverageYearOfGrowthIsCompoundedAndOneOfReductionsIsTheirMean() {
        assertThat(average(MeasureKind.RATE, years("5.45", "9.02", "5.11", "7.38", "8.5"))
                        .amount())
                .hasToString("7.080401");
        assertThat(average(MeasureKind.REDUCTION, years("5.02", "4", "3", "4", "3"))
                        .amount())
                .hasToString("3.804");
    }

    @ParameterizedTest
    @EnumSource(names = {"LEVEL", "SHARE", "COUNT", "CONDITION", "INDEX", "RANK"})
    void aStateHasNoAverageYear(MeasureKind kind) {
        assertThat(average(kind, years("10", "11", "12", "13", "14")).evidence())
                .isEqualTo(Evidence.INCOMPARABLE);
    }

    @Property
    void anAverageYearLiesBetweenTheWorstAndTheBest(
            @ForAll @Size(5) List<@BigRange(min = "-50", max = "1000") @Scale(2) BigDecimal> amounts) {
        Observation[] known =
                years(amounts.stream().map(BigDecimal::toPlainString).toArray(String[]::new));
        Reading average = average(MeasureKind.FLOW, known);
        assertThat(average.evidence()).isEqualTo(Evidence.FULL);
        assertThat(Objects.requireNonNull(average.amount()).value())
                .isBetween(Collections.min(amounts), Collections.max(amounts));
        assertThat(Objects.requireNonNull(each(Comparator.AT_LEAST, known).amount())
                        .value())
                .isEqualByComparingTo(Collections.min(amounts));
        assertThat(Objects.requireNonNull(each(Comparator.AT_MOST, known).amount())
                        .value())
                .isEqualByComparingTo(Collections.max(amounts));
    }

    @Test
    void everyYearCountsByItsWorstAndIsCompleteOnlyWithAllYears() {
        Reading soFar = each(Comparator.AT_LEAST, figure("2021", "10"), figure("2023", "8"), figure("2024-H1", "3"));
        assertThat(soFar.evidence()).isEqualTo(Evidence.PARTIAL);
        assertThat(soFar.amount()).hasToString("8");
        assertThat(soFar.period()).hasToString("2023");
        Reading all = each(Comparator.AT_MOST, years("10", "14", "12", "14", "9"));
        assertThat(all.evidence()).isEqualTo(Evidence.FULL);
        assertThat(all.amount()).hasToString("14");
        assertThat(all.period()).as("the first of equals").hasToString("2022");
        assertThat(each(Comparator.AT_LEAST, figure("2021/2025", "12")).evidence())
                .as("a figure of the term says nothing of each year")
                .isEqualTo(Evidence.NONE);
    }

    @Test
    void whereNeitherWayIsBetterTheWorstYearIsTheFurthestFromTheRange() {
        Indicator neutral = Lines.indicator(MeasureKind.LEVEL, Direction.NEUTRAL);
        assertThat(Reading.ofEachYear(
                                Measurement.worstFirst(neutral, Lines.range("10", "20"), Lines.USUAL),
                                Period.parse("2021/2025"),
                                List.of(years("15", "9", "22", "12", "20")))
                        .amount())
                .hasToString("22");
    }

    @Test
    void whatCameAboutIsKnownFromTheFirstFigureAboveZero() {
        LocalDate due = LocalDate.of(2023, 6, 30);
        Observation none = figure("2023-03", "0", ObservationStatus.OFFICIAL, LocalDate.of(2023, 4, 5));
        Observation inTime = figure("2023-05", "1", ObservationStatus.OFFICIAL, LocalDate.of(2023, 6, 29));
        Observation onTheDay = figure("2023-06", "1", ObservationStatus.OFFICIAL, due);
        assertThat(first(due, none).evidence()).isEqualTo(Evidence.NONE);
        assertThat(first(due, none, onTheDay, inTime).from()).isEqualTo(inTime);
        assertThat(first(due, none, onTheDay).from()).isEqualTo(onTheDay);
        assertThat(Measurement.byDate(due, inTime.knownOn()).fulfilment()).isEqualTo(Fulfilment.MET);
        assertThat(Measurement.byDate(due, onTheDay.knownOn()).fulfilment()).isEqualTo(Fulfilment.NOT_MET);
    }

    @Test
    void whatWasTakenBackDidNotComeAbout() {
        LocalDate due = LocalDate.of(2023, 6, 30);
        Observation said = figure("2023-05", "1", ObservationStatus.ESTIMATED, LocalDate.of(2023, 6, 1));
        Observation takenBack = figure("2023-05", "0", ObservationStatus.OFFICIAL, LocalDate.of(2023, 6, 20));
        assertThat(first(due, said, takenBack).evidence()).isEqualTo(Evidence.NONE);
    }

    @Test
    void aFigureWithoutAStatedDayProvesNeitherInTimeNorTooLate() {
        LocalDate due = LocalDate.of(2023, 6, 30);
        Observation late = figure("2023-08", "1", ObservationStatus.OFFICIAL, LocalDate.of(2023, 9, 1));
        Observation sometime = Lines.unstated("2023-03", "1");
        Observation inTime = figure("2023-05", "1", ObservationStatus.OFFICIAL, LocalDate.of(2023, 6, 29));
        assertThat(first(due, sometime).evidence()).isEqualTo(Evidence.INCOMPARABLE);
        assertThat(first(due, sometime, late).evidence()).isEqualTo(Evidence.INCOMPARABLE);
        assertThat(first(due, sometime, inTime).from()).isEqualTo(inTime);
        assertThat(first(due, late).from()).isEqualTo(late);
    }

    private static Reading average(MeasureKind kind, Observation... known) {
        return Reading.ofAverageYear(InTime.of(kind), Period.parse("2021/2025"), List.of(known));
    }

    private static Reading each(Comparator comparator, Observation... known) {
        return Reading.ofEachYear(
                Measurement.worstFirst(Lines.higher(MeasureKind.FLOW), Lines.aim(comparator, "10"), Lines.USUAL),
                Period.parse("2021/2025"),
                List.of(known));
    }

    private static Reading first(LocalDate due, Observation... known) {
        return Reading.ofFirst(Period.ofYear(2023), due, List.of(known));
    }

    private static Observation[] years(String... amounts) {
        Observation[] figures = new Observation[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            figures[i] = figure(String.valueOf(2021 + i), amounts[i]);
        }
        return figures;
    }

    private static String amount(MeasureKind kind, String wanted, Observation... known) {
        return Objects.requireNonNull(read(kind, wanted, known).amount()).text();
    }

    private static Reading read(MeasureKind kind, String wanted, Observation... known) {
        return Reading.of(InTime.of(kind), Period.parse(wanted), List.of(known));
    }
}
