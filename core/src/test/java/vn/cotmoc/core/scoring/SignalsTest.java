package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.scoring.Lines.aim;
import static vn.cotmoc.core.scoring.Lines.assessed;
import static vn.cotmoc.core.scoring.Lines.decimal;
import static vn.cotmoc.core.scoring.Lines.figure;
import static vn.cotmoc.core.scoring.Lines.from;
import static vn.cotmoc.core.scoring.Lines.higher;
import static vn.cotmoc.core.scoring.Lines.indicator;
import static vn.cotmoc.core.scoring.Lines.line;
import static vn.cotmoc.core.scoring.Lines.lower;
import static vn.cotmoc.core.scoring.Lines.range;
import static vn.cotmoc.core.scoring.Lines.word;
import static vn.cotmoc.core.targets.Comparator.ABOUT;
import static vn.cotmoc.core.targets.Comparator.AT_LEAST;
import static vn.cotmoc.core.targets.Comparator.AT_MOST;
import static vn.cotmoc.core.targets.Comparator.LESS_THAN;
import static vn.cotmoc.core.targets.Comparator.MORE_THAN;
import static vn.cotmoc.core.targets.Comparator.NONE_LEFT;
import static vn.cotmoc.core.targets.Comparator.RANK_AT_MOST;
import static vn.cotmoc.core.targets.Comparator.YES_NO;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.periods.Step;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.BestPace;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;
import vn.cotmoc.core.signals.Prospect;
import vn.cotmoc.core.signals.Prospect.Likely;
import vn.cotmoc.core.signals.Prospect.Silence;
import vn.cotmoc.core.signals.Prospect.Silent;
import vn.cotmoc.core.signals.Prospect.TooFew;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.thresholds.CutPoints;

class SignalsTest {

    private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 31);
    private static final Indicator TOTAL = higher(MeasureKind.FLOW);
    private static final Indicator LEVEL = higher(MeasureKind.LEVEL);

    @Test
    void aTotalIsForecastFromItsMonths() {
        Likely likely = (Likely) prospect(TOTAL, aim(AT_LEAST, "120"), uneven(34));
        assertThat(likely.step()).isEqualTo(Step.MONTH);
        assertThat(likely.through()).isEqualTo(Period.parse("2023-10"));
        assertThat(likely.forecast().points()).isEqualTo(34);
        assertThat(likely.forecast().middle().doubleValue()).isBetween(110.0, 130.0);
        double evens =
                probability(TOTAL, aim(AT_LEAST, likely.forecast().middle().toPlainString()));
        assertThat(evens).isBetween(0.499, 0.501);
    }

    /** The same months, told by totals to date: what a month brought is a difference. */
    @Test
    void monthsThatWereOnlyToldAsTotalsToDateAreForecastAlike() {
        Observation[] months = uneven(34);
        Observation[] toDate = IntStream.range(0, 34)
                .mapToObj(i -> figure(
                        Period.yearToDate(months[i].period().last()).toString(),
                        IntStream.rangeClosed(i - i % 12, i)
                                .mapToObj(part -> months[part].amount().value())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .toPlainString()))
                .toArray(Observation[]::new);
        assertThat(prospect(TOTAL, aim(AT_LEAST, "120"), toDate))
                .isEqualTo(prospect(TOTAL, aim(AT_LEAST, "120"), months));
    }

    @Test
    void withoutMonthsATotalIsForecastFromItsQuarters() {
        Likely likely = (Likely) prospect(TOTAL, aim(AT_LEAST, "120"), quarters(11));
        assertThat(likely.step()).isEqualTo(Step.QUARTER);
        assertThat(likely.through()).isEqualTo(Period.parse("2023-Q3"));
        assertThat(likely.forecast().points()).isEqualTo(11);
    }

    @Test
    void belowTheFewestPointsNoProbabilityIsStated() {
        assertThat(prospect(TOTAL, aim(AT_LEAST, "120"), figure("2022", "100"), figure("2023-01/2023-10", "90")))
                .as("a year and a part of another are no months")
                .isEqualTo(new TooFew(Step.MONTH, 0, 25));
        assertThat(prospect(
                        TOTAL,
                        aim(AT_LEAST, "120"),
                        Stream.of(quarters(11)).skip(4).toArray(Observation[]::new)))
                .as("a year of quarters and three more")
                .isEqualTo(new TooFew(Step.QUARTER, 7, 9));
        assertThat(prospect(LEVEL, aim(AT_LEAST, "120"), years(2018, 5))).isEqualTo(new TooFew(Step.YEAR, 5, 6));
        Signals few = signals(LEVEL, aim(AT_LEAST, "120"), years(2018, 5));
        assertThat(ForecastBand.of(few.prospect().chance(), CutPoints.OWN_DESIGN))
                .isEqualTo(ForecastBand.NO_FORECAST);
    }

    /** Of three years of months one is missing in the first: what follows it counts, from the next year on. */
    @Test
    void pointsAreCountedFromTheNewestBackToTheFirstGap() {
        Observation[] gap = Stream.of(uneven(34))
                .filter(figure -> !figure.period().equals(Period.parse("2021-05")))
                .toArray(Observation[]::new);
        assertThat(prospect(TOTAL, aim(AT_LEAST, "120"), gap)).isEqualTo(new TooFew(Step.MONTH, 22, 25));
        Observation[] years = Stream.concat(Stream.of(years(2010, 4)), Stream.of(years(2016, 7)))
                .toArray(Observation[]::new);
        assertThat(((Likely) prospect(LEVEL, aim(AT_LEAST, "120"), years))
                        .forecast()
                        .points())
                .isEqualTo(7);
    }

    @Test
    void ratesAreForecastFromTheirYearsThoughAQuarterIsKnown() {
        Observation[] known = Stream.concat(Stream.of(years(2013, 10)), Stream.of(figure("2023-Q1", "8.8")))
                .toArray(Observation[]::new);
        Likely likely = (Likely) prospect(higher(MeasureKind.RATE), aim(MORE_THAN, "10"), known);
        assertThat(likely.step()).isEqualTo(Step.YEAR);
        assertThat(likely.through()).isEqualTo(Period.ofYear(2022));
    }

    @Test
    void whatCannotBeForecastSaysWhy() {
        assertThat(prospect(TOTAL, aim(AT_LEAST, "120"), figure("2023", "100")))
                .isEqualTo(new Silent(Silence.COMPLETE));
        assertThat(prospect(TOTAL, aim(AT_LEAST, "120"))).isEqualTo(new Silent(Silence.NOTHING_YET));
        assertThat(prospect(TOTAL, aim(AT_LEAST, "120"), uneven(24)))
                .as("enough, but none of this year")
                .isEqualTo(new Silent(Silence.NOTHING_YET));
        assertThat(prospect(lower(MeasureKind.RANK), aim(RANK_AT_MOST, "10"), years(2012, 11)))
                .isEqualTo(new Silent(Silence.NOT_FORECAST));
        assertThat(prospect(LEVEL, aim(AT_LEAST, "120"), figure("2023-09", "100")))
                .isEqualTo(new Silent(Silence.NEWER_FIGURE));
        assertThat(prospect(LEVEL, aim(AT_LEAST, "120"), years(2008, 11))).isEqualTo(new Silent(Silence.TOO_FAR));
        assertThat(of(line(TOTAL, aim(AT_LEAST, "120"), "2021/2025"), uneven(34))
                        .prospect())
                .isEqualTo(new Silent(Silence.NOT_FORECAST));
        assertThat(of(line(LEVEL, aim(AT_LEAST, "120"), "2023-Q4"), years(2013, 10))
                        .prospect())
                .isEqualTo(new Silent(Silence.NOT_FORECAST));
        Observation[] wild = figures(27, i -> i % 2 == 0 ? "0.000001" : "99999999999999");
        assertThat(prospect(TOTAL, aim(AT_LEAST, "120"), wild)).isEqualTo(new Silent(Silence.UNEVEN));
    }

    @Test
    void theProbabilityIsThatOfTheComparator() {
        double atLeast = probability(TOTAL, aim(AT_LEAST, "121"));
        assertThat(probability(TOTAL, aim(MORE_THAN, "121"))).isEqualTo(atLeast);
        assertThat(probability(lower(MeasureKind.FLOW), aim(AT_MOST, "121"))).isEqualTo(1 - atLeast);
        assertThat(probability(lower(MeasureKind.FLOW), aim(LESS_THAN, "121"))).isEqualTo(1 - atLeast);
        assertThat(probability(TOTAL, range("121", "130")))
                .as("higher is better")
                .isEqualTo(atLeast);
        assertThat(probability(TOTAL, from("21", vn.cotmoc.core.targets.Comparator.INCREMENT, "100")))
                .isEqualTo(atLeast);
        Indicator neutral = indicator(MeasureKind.FLOW, Direction.NEUTRAL);
        double inside = probability(neutral, range("119", "121"));
        assertThat(inside).isPositive().isEqualTo(probability(TOTAL, aim(AT_LEAST, "119")) - atLeast);
        assertThat(probability(neutral, aim(ABOUT, "120"))).isGreaterThan(inside);
    }

    @Test
    void aComparatorWithoutAnAmountHasNoProbability() {
        for (Aim aim : List.of(word(YES_NO, null), word(NONE_LEFT, null))) {
            Likely likely = (Likely) prospect(TOTAL, aim, uneven(34));
            assertThat(likely.probability()).isEmpty();
            assertThat(ForecastBand.of(likely.chance(), CutPoints.OWN_DESIGN)).isEqualTo(ForecastBand.NO_FORECAST);
        }
    }

    @Property(tries = 200)
    void askingForMoreIsNeverLikelierAndEveryProbabilityHasItsBand(
            @ForAll @IntRange(min = 80, max = 160) int less, @ForAll @IntRange(max = 40) int more) {
        double easier = probability(TOTAL, aim(AT_LEAST, String.valueOf(less)));
        double harder = probability(TOTAL, aim(AT_LEAST, String.valueOf(less + more)));
        assertThat(easier).isBetween(0.0, 1.0).isGreaterThanOrEqualTo(harder);
        ForecastBand band = ForecastBand.of(
                prospect(TOTAL, aim(AT_LEAST, String.valueOf(less)), uneven(34)).chance(), CutPoints.OWN_DESIGN);
        assertThat(band)
                .isEqualTo(
                        easier >= 0.8
                                ? ForecastBand.LIKELY
                                : easier >= 0.2 ? ForecastBand.OPEN : ForecastBand.UNLIKELY);
    }

    @Test
    void moreThanTheBestPartEverBroughtIsBeyondReach() {
        Observation[] known = figures(34, i -> i == 5 ? "30" : "10");
        Reach within = signals(TOTAL, aim(AT_LEAST, "160"), known).reach();
        assertThat(within.band()).as("30 a month, as once").isEqualTo(ReachBand.WITHIN);
        assertThat(best(within).period()).isEqualTo(Period.parse("2021-06"));
        Reach beyond = signals(TOTAL, aim(AT_LEAST, "160.000001"), known).reach();
        assertThat(beyond.band()).isEqualTo(ReachBand.BEYOND);
        assertThat(required(beyond).step()).isEqualTo(Step.MONTH);
        assertThat(signals(TOTAL, aim(AT_LEAST, "100"), known).reach().band())
                .as("there already")
                .isEqualTo(ReachBand.WITHIN);
    }

    /** Three months are left: no quarter brought more than 50, though three of the best month would be 90. */
    @Test
    void theLongestPartsLeftAreComparedBecauseTheBestMonthDoesNotComeThrice() {
        Observation[] known = figures(33, i -> i == 5 ? "30" : "10");
        Reach reach = signals(TOTAL, aim(AT_LEAST, "150"), known).reach();
        assertThat(reach.band()).isEqualTo(ReachBand.BEYOND);
        assertThat(required(reach).step()).isEqualTo(Step.QUARTER);
        assertThat(best(reach).amount().value()).isEqualByComparingTo("50");
    }

    @Test
    void aLimitIsOutOfReachBelowTheLeastPartEverAndLostOncePassed() {
        Indicator accidents = lower(MeasureKind.FLOW);
        assertThat(signals(accidents, aim(AT_MOST, "119"), figures(34, i -> "10"))
                        .reach()
                        .band())
                .isEqualTo(ReachBand.BEYOND);
        assertThat(signals(accidents, aim(AT_MOST, "120"), figures(34, i -> "10"))
                        .reach()
                        .band())
                .isEqualTo(ReachBand.WITHIN);
        assertThat(signals(accidents, aim(AT_MOST, "99"), figures(34, i -> "10"))
                        .reach()
                        .band())
                .isEqualTo(ReachBand.LOST);
    }

    @Test
    void withoutAYearOfPartsNothingIsCalledTheBest() {
        assertThat(signals(TOTAL, aim(AT_LEAST, "1000"), figure("2023-01/2023-10", "10"))
                        .reach()
                        .band())
                .isEqualTo(ReachBand.NO_REACH);
        assertThat(signals(LEVEL, aim(AT_LEAST, "1000"), figure("2020", "7"), figure("2021", "8"), figure("2022", "9"))
                        .reach()
                        .band())
                .as("two changes are too few")
                .isEqualTo(ReachBand.NO_REACH);
    }

    /** Of the year 2023: from 9 at the end of 2022, where no year ever brought more than 2. */
    @Test
    void aLevelIsOutOfReachWhereItMustMoveFurtherThanItEverDidInAYear() {
        Observation[] known = {
            figure("2018", "3"), figure("2019", "5"), figure("2020", "6"), figure("2021", "8"), figure("2022", "9")
        };
        assertThat(signals(LEVEL, aim(AT_LEAST, "11"), known).reach().band()).isEqualTo(ReachBand.WITHIN);
        Reach beyond = signals(LEVEL, aim(AT_LEAST, "11.000001"), known).reach();
        assertThat(beyond.band()).isEqualTo(ReachBand.BEYOND);
        assertThat(beyond.change()).isTrue();
        assertThat(best(beyond).amount().value()).isEqualByComparingTo("2");
        assertThat(best(beyond).among()).isEqualTo(4);
        assertThat(signals(LEVEL, aim(AT_LEAST, "9"), known).reach().required())
                .as("there already")
                .isNull();
        assertThat(of(line(LEVEL, aim(AT_LEAST, "15"), "2021/2025"), known)
                        .reach()
                        .band())
                .as("three years of 2 each")
                .isEqualTo(ReachBand.WITHIN);
        assertThat(of(line(LEVEL, aim(AT_LEAST, "15.1"), "2021/2025"), known)
                        .reach()
                        .band())
                .isEqualTo(ReachBand.BEYOND);
    }

    @Test
    void aLevelThatMustFallIsHeldAgainstTheGreatestFall() {
        Observation[] known = {
            figure("2019", "12"),
            figure("2020", "10"),
            figure("2021", "9"),
            figure("2022", "9.5"),
            figure("2022-12", "4")
        };
        Indicator poverty = lower(MeasureKind.SHARE);
        assertThat(signals(poverty, aim(AT_MOST, "7.5"), known).reach().band()).isEqualTo(ReachBand.WITHIN);
        assertThat(signals(poverty, aim(AT_MOST, "7.4"), known).reach().band()).isEqualTo(ReachBand.BEYOND);
    }

    @Test
    void ofAYearThatHasBegunTheRestMayStillBringAWholeYearsChange() {
        Observation[] known = {
            figure("2019", "5"), figure("2020", "6"), figure("2021", "8"), figure("2022", "9"), figure("2023-Q3", "9.5")
        };
        assertThat(signals(LEVEL, aim(AT_LEAST, "11.5"), known).reach().band()).isEqualTo(ReachBand.WITHIN);
        assertThat(signals(LEVEL, aim(AT_LEAST, "11.6"), known).reach().band()).isEqualTo(ReachBand.BEYOND);
    }

    @Test
    void aTermsGrowthIsComparedWithTheBestYearOfGrowth() {
        Observation[] known = Stream.concat(Stream.of(years(2017, 4)), Stream.of(figure("2021", "2")))
                .toArray(Observation[]::new);
        Reach reach = of(line(higher(MeasureKind.RATE), aim(AT_LEAST, "60"), "2021/2025"), known)
                .reach();
        assertThat(reach.band()).isEqualTo(ReachBand.BEYOND);
        assertThat(best(reach).step()).isEqualTo(Step.YEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-10-31, 2022, 0, FRESH",
        "2023-10-31, 2021, 1, FRESH",
        "2023-10-31, 2020, 2, STALE",
        "2023-12-30, 2021, 1, FRESH",
        "2023-12-31, 2021, 2, STALE",
        "2023-10-31, 2023, 0, FRESH",
        "2030-01-01, 2022, 1, FRESH"
    })
    void aYearlyFigureGrowsOldByYearsThatAreOverUpToTheTargetsEnd(LocalDate day, String newest, int late, Age age) {
        Signals signals = assessed(
                        line(LEVEL, aim(AT_LEAST, "1"), "2023"),
                        CutPoints.OWN_DESIGN,
                        day,
                        List.of(),
                        figure(newest, "1"))
                .signals();
        assertThat(signals.freshness().late()).isEqualTo(late);
        assertThat(Age.of(signals.freshness().lateSinceNewest(), 2)).isEqualTo(age);
    }

    @Test
    void coverageCountsEachMonthThatIsOverOnce() {
        Signals signals = signals(
                TOTAL,
                aim(AT_LEAST, "1"),
                figure("2023-Q1", "1"),
                figure("2023-02", "1"),
                figure("2023-08", "1"),
                figure("2023-11", "1"));
        assertThat(signals.freshness().covered()).isEqualTo(4);
        assertThat(signals.freshness().gone()).isEqualTo(10);
        assertThat(Age.of(signals(TOTAL, aim(AT_LEAST, "1")).freshness().lateSinceNewest(), 1))
                .isEqualTo(Age.NO_FIGURE);
    }

    @Test
    void onlyTheNewestFigureOfThePeriodIsHeldAgainstHistory() {
        assertThat(signals(TOTAL, aim(AT_LEAST, "1"), figure("2022-Q3", "40"), figure("2023-Q3", "60.000001"))
                        .change())
                .isEqualTo(Change.JUMP);
        assertThat(signals(TOTAL, aim(AT_LEAST, "1"), figure("2022-Q3", "40"), figure("2023-Q3", "60"))
                        .change())
                .isEqualTo(Change.USUAL);
        assertThat(signals(TOTAL, aim(AT_LEAST, "1"), figure("2020", "1"), figure("2021", "9"))
                        .change())
                .as("not of the period")
                .isEqualTo(Change.USUAL);
    }

    @Test
    void authoritiesAgreeDifferOrContradictEachOther() {
        TargetLine party = line(TOTAL, aim(AT_LEAST, "11"), "2023", Authority.PARTY);
        TargetLine council = line(TOTAL, aim(MORE_THAN, "11"), "2023");
        TargetLine limit = line(TOTAL, aim(AT_MOST, "11"), "2023", Authority.GOVERNMENT);
        TargetLine another = line(TOTAL, aim(AT_MOST, "5"), "2024", Authority.GOVERNMENT);
        assertThat(dissent(party, party, another).agreement()).isEqualTo(Agreement.AGREED);
        assertThat(dissent(party, party, council)).isEqualTo(new Dissent(Agreement.DIFFERENT, council));
        assertThat(dissent(council, party, council, limit)).isEqualTo(new Dissent(Agreement.CONTRADICTED, limit));
        assertThat(dissent(party, party, line(TOTAL, aim(AT_LEAST, "11"), "2023"))
                        .agreement())
                .as("the same by two")
                .isEqualTo(Agreement.AGREED);
    }

    private static Dissent dissent(TargetLine line, TargetLine... targets) {
        return Dissent.of(line, List.of(targets), Lines.USUAL);
    }

    private static RequiredPace.Each required(Reach reach) {
        return Objects.requireNonNull(reach.required());
    }

    private static BestPace best(Reach reach) {
        return Objects.requireNonNull(reach.best());
    }

    private static double probability(Indicator indicator, Aim aim) {
        return ((Likely) prospect(indicator, aim, uneven(34))).probability().orElseThrow();
    }

    private static Prospect prospect(Indicator indicator, Aim aim, Observation... known) {
        return signals(indicator, aim, known).prospect();
    }

    private static Signals signals(Indicator indicator, Aim aim, Observation... known) {
        return of(line(indicator, aim, "2023"), known);
    }

    private static Signals of(TargetLine line, Observation... known) {
        return assessed(line, CutPoints.OWN_DESIGN, OCTOBER, List.of(line), known)
                .signals();
    }

    /** Months from January 2021 on that make about ten each. */
    private static Observation[] uneven(int count) {
        Random random = new Random(7);
        return figures(
                count,
                i -> decimal("10")
                        .add(BigDecimal.valueOf(random.nextInt(200) - 100, 2))
                        .toPlainString());
    }

    private static Observation[] figures(int count, IntFunction<String> amount) {
        return IntStream.range(0, count)
                .mapToObj(i -> figure(YearMonth.of(2021, 1).plusMonths(i).toString(), amount.apply(i)))
                .toArray(Observation[]::new);
    }

    private static Observation[] quarters(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> figure("%d-Q%d".formatted(2021 + i / 4, i % 4 + 1), String.valueOf(30 + i % 3)))
                .toArray(Observation[]::new);
    }

    private static Observation[] years(int first, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> figure(String.valueOf(first + i), String.valueOf(30 + i % 3)))
                .toArray(Observation[]::new);
    }
}
