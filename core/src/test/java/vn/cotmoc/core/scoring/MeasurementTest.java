package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.scoring.Fulfilment.MET;
import static vn.cotmoc.core.scoring.Fulfilment.NOT_MET;
import static vn.cotmoc.core.scoring.Fulfilment.UNDECIDED;
import static vn.cotmoc.core.scoring.Lines.aim;
import static vn.cotmoc.core.scoring.Lines.decimal;
import static vn.cotmoc.core.scoring.Lines.from;
import static vn.cotmoc.core.scoring.Lines.higher;
import static vn.cotmoc.core.scoring.Lines.indicator;
import static vn.cotmoc.core.scoring.Lines.lower;
import static vn.cotmoc.core.scoring.Lines.range;
import static vn.cotmoc.core.scoring.Lines.word;
import static vn.cotmoc.core.targets.Comparator.ABOUT;
import static vn.cotmoc.core.targets.Comparator.ALL_OF;
import static vn.cotmoc.core.targets.Comparator.AT_LEAST;
import static vn.cotmoc.core.targets.Comparator.AT_MOST;
import static vn.cotmoc.core.targets.Comparator.BEFORE_DATE;
import static vn.cotmoc.core.targets.Comparator.INCREMENT;
import static vn.cotmoc.core.targets.Comparator.K_OF_N;
import static vn.cotmoc.core.targets.Comparator.LESS_THAN;
import static vn.cotmoc.core.targets.Comparator.MORE_THAN;
import static vn.cotmoc.core.targets.Comparator.NEAR;
import static vn.cotmoc.core.targets.Comparator.NONE_LEFT;
import static vn.cotmoc.core.targets.Comparator.RANK_AT_MOST;
import static vn.cotmoc.core.targets.Comparator.YES_NO;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.CeilingIndex;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.RangeMet;
import vn.cotmoc.core.targets.Yardstick;

/** Every comparator and every kind of the domain, with figures of real reports where there are some. */
class MeasurementTest {

    private static final String NO_RATIO = "-";

    @Test
    void higherIsBetterIsTheShareOfTheTarget() {
        Indicator exports = higher(MeasureKind.FLOW);
        expect(exports, aim(AT_LEAST, "51100"), "35164.5", NOT_MET, "68.82");
        expect(exports, aim(AT_LEAST, "34400"), "32234.9", NOT_MET, "93.71");
        expect(exports, aim(AT_LEAST, "100"), "100", MET, "100.00");
        expect(higher(MeasureKind.COUNT), aim(AT_LEAST, "181603"), "20411", NOT_MET, "11.24");
    }

    @Test
    void moreThanIsMoreThan() {
        expect(higher(MeasureKind.LEVEL), aim(MORE_THAN, "100"), "100", NOT_MET, "100.00");
        expect(higher(MeasureKind.LEVEL), aim(MORE_THAN, "100"), "100.000001", MET, "100.00");
    }

    /** "Trên 57,5 % số xã đạt chuẩn": 54 of 94 communes are 57.446… %, 55 are 58.510… %. */
    @Test
    void shareOfCommunesIsRecomputedFromItsParts() {
        Aim moreThanShare = aim(MORE_THAN, "57.5");
        expect(higher(MeasureKind.SHARE), moreThanShare, share(54, 94), NOT_MET, "99.91");
        expect(higher(MeasureKind.SHARE), moreThanShare, share(55, 94), MET, "101.76");
    }

    @Test
    void lowerIsBetterIsMetAtTheTargetAndBelow() {
        Indicator poverty = lower(MeasureKind.LEVEL);
        expect(poverty, aim(AT_MOST, "10"), "10", MET, "100.00");
        expect(poverty, aim(AT_MOST, "10"), "10.000001", NOT_MET, "100.00");
        expect(poverty, aim(AT_MOST, "10"), "8", MET, "120.00");
        expect(poverty, aim(AT_MOST, "10"), "25", NOT_MET, "-50.00");
        expect(poverty, aim(LESS_THAN, "10"), "10", NOT_MET, "100.00");
        expect(poverty, aim(LESS_THAN, "10"), "9.999999", MET, "100.00");
    }

    @Test
    void aTargetOfZeroHasNoRatioAndIsMetOrNot() {
        expect(lower(MeasureKind.COUNT), aim(AT_MOST, "0"), "0", MET, NO_RATIO);
        expect(lower(MeasureKind.COUNT), aim(AT_MOST, "0"), "1", NOT_MET, NO_RATIO);
        expect(higher(MeasureKind.LEVEL), aim(AT_LEAST, "0"), "5", MET, NO_RATIO);
    }

    /** "Không còn xã dưới 15 tiêu chí". */
    @Test
    void noneLeftIsMetByNoneOnly() {
        expect(lower(MeasureKind.COUNT), word(NONE_LEFT, null), "0", MET, NO_RATIO);
        expect(lower(MeasureKind.COUNT), word(NONE_LEFT, null), "1", NOT_MET, NO_RATIO);
    }

    @Test
    void progressFromABaselineIsTheWayGone() {
        expect(higher(MeasureKind.SHARE), from("40", AT_LEAST, "60"), "55", NOT_MET, "75.00");
        expect(higher(MeasureKind.SHARE), from("40", AT_LEAST, "60"), "35", NOT_MET, "-25.00");
        expect(lower(MeasureKind.SHARE), from("10", AT_MOST, "5"), "7", NOT_MET, "60.00");
        expect(lower(MeasureKind.SHARE), from("10", AT_MOST, "5"), "4", MET, "120.00");
        expect(lower(MeasureKind.SHARE), from("10", AT_MOST, "0"), "4", NOT_MET, "60.00");
    }

    @Test
    void whereTheBaselineIsTheTargetAlreadyItIsToBeMaintained() {
        expect(higher(MeasureKind.SHARE), from("95", AT_LEAST, "95"), "95", MET, "100.00");
        expect(higher(MeasureKind.SHARE), from("95", AT_LEAST, "95"), "94", NOT_MET, "98.95");
        expect(higher(MeasureKind.SHARE), from("95", AT_LEAST, "90"), "92", MET, "102.22");
        expect(lower(MeasureKind.SHARE), from("4", AT_MOST, "5"), "3", MET, "140.00");
    }

    @Test
    void aTotalIsComparedWithItsTargetNotWithItsWayFromLastYear() {
        expect(higher(MeasureKind.FLOW), from("100", AT_LEAST, "120"), "118", NOT_MET, "98.33");
        expect(higher(MeasureKind.RATE), from("8", AT_LEAST, "10"), "9", NOT_MET, "90.00");
    }

    /** Lào Cai 2020: 5.02 percentage points against 4. */
    @Test
    void aReductionInPointsIsMeasuredInPoints() {
        Measurement laoCai = of(higher(MeasureKind.REDUCTION), aim(AT_LEAST, "4"), "5.02");
        assertThat(laoCai.attainment().orElseThrow().percent()).isEqualTo("125.50");
        assertThat(laoCai.difference()).contains(decimal("1.02"));
        expect(higher(MeasureKind.REDUCTION), range("3", "5"), "3.7", MET, "100.00");
    }

    /** Lai Châu 2023 shrank by 2.77 %; the difference says so, a ratio would not. */
    @Test
    void negativeGrowthHasADifferenceButNoRatio() {
        Measurement laiChau = of(higher(MeasureKind.RATE), aim(AT_LEAST, "8"), "-2.77");
        assertThat(laiChau.fulfilment()).isEqualTo(NOT_MET);
        assertThat(laiChau.attainment()).isEmpty();
        assertThat(laiChau.difference()).contains(decimal("-10.77"));
    }

    @ParameterizedTest
    @EnumSource
    void onlyRatesSharesAndReductionsDifferInPoints(MeasureKind kind) {
        boolean inPoints = kind == MeasureKind.RATE || kind == MeasureKind.SHARE || kind == MeasureKind.REDUCTION;
        assertThat(of(higher(kind), aim(AT_LEAST, "8"), "9").difference().isPresent())
                .isEqualTo(inPoints);
        assertThat(of(higher(kind), word(YES_NO, null), "1").difference()).isEmpty();
    }

    @Test
    void anIndexIsMeasuredFromItsBaseOfAHundred() {
        expect(higher(MeasureKind.INDEX), aim(AT_LEAST, "108"), "106", NOT_MET, "75.00");
        expect(higher(MeasureKind.INDEX), aim(AT_LEAST, "108"), "108", MET, "100.00");
        expect(higher(MeasureKind.INDEX), aim(AT_LEAST, "108"), "98", NOT_MET, NO_RATIO);
        expect(higher(MeasureKind.INDEX), aim(AT_LEAST, "100"), "101", MET, NO_RATIO);
        expect(lower(MeasureKind.INDEX), aim(AT_MOST, "104"), "103", MET, "125.00");
        expect(lower(MeasureKind.INDEX), aim(AT_MOST, "104"), "105", NOT_MET, "75.00");
    }

    /** "9 - 10%": 9,5 is what was aimed at, and no more than that. */
    @Test
    void aRangeIsMetInsideOrBeyondItsBetterEndAndExceededBeyondItOnly() {
        expect(higher(MeasureKind.RATE), range("9", "10"), "8.1", NOT_MET, "90.00");
        expect(higher(MeasureKind.RATE), range("9", "10"), "8.999999", NOT_MET, "100.00");
        expect(higher(MeasureKind.RATE), range("9", "10"), "9", MET, "100.00");
        expect(higher(MeasureKind.RATE), range("9", "10"), "9.5", MET, "100.00");
        expect(higher(MeasureKind.RATE), range("9", "10"), "10", MET, "100.00");
        expect(higher(MeasureKind.RATE), range("9", "10"), "12", MET, "120.00");
        expect(higher(MeasureKind.RATE), range("-3", "-1"), "-2", MET, "100.00");
        expect(lower(MeasureKind.LEVEL), range("3", "5"), "4.5", MET, "100.00");
        expect(lower(MeasureKind.LEVEL), range("3", "5"), "2", MET, "133.33");
        expect(lower(MeasureKind.LEVEL), range("3", "5"), "5.1", NOT_MET, "98.00");
    }

    @Test
    void aProvinceMayTakeARangeAsMetInsideOnly() {
        Yardstick inside = new Yardstick(decimal("0.05"), RangeMet.INSIDE, CeilingIndex.TWO_MINUS);
        expect(inside, higher(MeasureKind.RATE), range("9", "10"), "9.5", MET, "100.00");
        expect(inside, higher(MeasureKind.RATE), range("9", "10"), "12", NOT_MET, NO_RATIO);
        expect(inside, higher(MeasureKind.RATE), range("9", "10"), "8.1", NOT_MET, "90.00");
        expect(inside, lower(MeasureKind.LEVEL), range("3", "5"), "2", NOT_MET, NO_RATIO);
        expect(inside, lower(MeasureKind.LEVEL), range("3", "5"), "5.1", NOT_MET, "98.00");
    }

    @Test
    void aProvinceMayTakeTheIndexOfACeilingAsTheTargetByTheFigure() {
        Yardstick inverse = new Yardstick(decimal("0.05"), RangeMet.OR_BETTER, CeilingIndex.INVERSE);
        expect(inverse, lower(MeasureKind.LEVEL), aim(AT_MOST, "10"), "8", MET, "125.00");
        expect(inverse, lower(MeasureKind.LEVEL), aim(AT_MOST, "10"), "25", NOT_MET, "40.00");
        expect(inverse, lower(MeasureKind.LEVEL), aim(AT_MOST, "10"), "0", MET, "200.00");
        expect(inverse, lower(MeasureKind.LEVEL), aim(AT_MOST, "10"), "-1", MET, "210.00");
        expect(inverse, lower(MeasureKind.LEVEL), aim(AT_MOST, "0"), "3", NOT_MET, NO_RATIO);
        expect(inverse, lower(MeasureKind.LEVEL), range("3", "5"), "10", NOT_MET, "50.00");
        expect(inverse, lower(MeasureKind.LEVEL), from("20", AT_MOST, "10"), "15", NOT_MET, "50.00");
    }

    @Test
    void whereNeitherWayIsBetterOnlyInsideARangeIsMet() {
        Indicator structure = indicator(MeasureKind.SHARE, Direction.NEUTRAL);
        assertThat(of(structure, range("30", "35"), "30").fulfilment()).isEqualTo(MET);
        assertThat(of(structure, range("30", "35"), "35").fulfilment()).isEqualTo(MET);
        assertThat(of(structure, range("30", "35"), "29.9").fulfilment()).isEqualTo(NOT_MET);
        assertThat(of(structure, range("30", "35"), "50").fulfilment()).isEqualTo(NOT_MET);
    }

    @Test
    void aRankIsMetByItsPlaceAndHasNoRatio() {
        Indicator place = lower(MeasureKind.RANK);
        expect(place, aim(RANK_AT_MOST, "10"), "10", MET, NO_RATIO);
        expect(place, aim(RANK_AT_MOST, "10"), "11", NOT_MET, NO_RATIO);
        expect(place, aim(AT_MOST, "10"), "9", MET, NO_RATIO);
    }

    /** The tolerance of these tests is 5 %. */
    @Test
    void nearIsNearFromBelow() {
        expect(higher(MeasureKind.LEVEL), aim(NEAR, "100"), "95", MET, "95.00");
        expect(higher(MeasureKind.LEVEL), aim(NEAR, "100"), "94.999999", NOT_MET, "95.00");
        expect(higher(MeasureKind.LEVEL), aim(NEAR, "100"), "130", MET, "130.00");
    }

    @Test
    void aboutReachesAsFarAsTheToleranceOnTheWorseSide() {
        expect(higher(MeasureKind.LEVEL), aim(ABOUT, "100"), "95", MET, "95.00");
        expect(higher(MeasureKind.LEVEL), aim(ABOUT, "100"), "94.999999", NOT_MET, "95.00");
        expect(lower(MeasureKind.LEVEL), aim(ABOUT, "100"), "105", MET, "95.00");
        expect(lower(MeasureKind.LEVEL), aim(ABOUT, "100"), "105.000001", NOT_MET, "95.00");
        Indicator structure = indicator(MeasureKind.SHARE, Direction.NEUTRAL);
        assertThat(of(structure, aim(ABOUT, "40"), "42").fulfilment()).isEqualTo(MET);
        assertThat(of(structure, aim(ABOUT, "40"), "38").fulfilment()).isEqualTo(MET);
        assertThat(of(structure, aim(ABOUT, "40"), "42.000001").fulfilment()).isEqualTo(NOT_MET);
        assertThat(of(structure, aim(ABOUT, "40"), "37.999999").fulfilment()).isEqualTo(NOT_MET);
        assertThat(of(structure, aim(ABOUT, "40"), "55").attainment()).isEmpty();
    }

    @Test
    void theToleranceOfANegativeTargetReachesTheSameWay() {
        assertThat(of(higher(MeasureKind.RATE), aim(ABOUT, "-4"), "-4.2").fulfilment())
                .isEqualTo(MET);
        assertThat(of(higher(MeasureKind.RATE), aim(ABOUT, "-4"), "-4.21").fulfilment())
                .isEqualTo(NOT_MET);
    }

    @Test
    void withoutAToleranceNearAndAboutAreExact() {
        Aim near = aim(NEAR, "100");
        assertThat(Measurement.of(higher(MeasureKind.LEVEL), near, Amount.parse("99.999999"), Yardstick.EXACT)
                        .fulfilment())
                .isEqualTo(NOT_MET);
    }

    @Test
    void someOfThemIsMetByThatMany() {
        Aim nine = new Aim(K_OF_N, Amount.of(9), Amount.of(9), null, null);
        expect(higher(MeasureKind.COUNT), nine, "9", MET, "100.00");
        expect(higher(MeasureKind.COUNT), nine, "8", NOT_MET, "88.89");
        expect(higher(MeasureKind.SHARE), aim(ALL_OF, "100"), "100", MET, "100.00");
        expect(higher(MeasureKind.SHARE), aim(ALL_OF, "100"), "99.9", NOT_MET, "99.90");
    }

    /** "Có thêm 4 xã". */
    @Test
    void anIncrementCountsFromTheBaseline() {
        expect(higher(MeasureKind.COUNT), from("50", INCREMENT, "4"), "54", MET, "100.00");
        expect(higher(MeasureKind.COUNT), from("50", INCREMENT, "4"), "53", NOT_MET, "75.00");
        expect(higher(MeasureKind.COUNT), from("50", INCREMENT, "4"), "49", NOT_MET, "-25.00");
    }

    @Test
    void anIncrementWithoutABaselineIsUndecided() {
        expect(higher(MeasureKind.COUNT), aim(INCREMENT, "4"), "54", UNDECIDED, NO_RATIO);
    }

    @Test
    void aConditionHoldsOrDoesNot() {
        expect(higher(MeasureKind.CONDITION), word(YES_NO, null), "1", MET, NO_RATIO);
        expect(higher(MeasureKind.CONDITION), word(YES_NO, null), "0", NOT_MET, NO_RATIO);
    }

    @Test
    void noFigureDecidesADate() {
        expect(higher(MeasureKind.CONDITION), word(BEFORE_DATE, LocalDate.of(2025, 6, 30)), "1", UNDECIDED, NO_RATIO);
    }

    @Test
    void aComparatorIsReadLiterallyWhicheverWayIsBetterButWhatIsKeptIsNeverExceeded() {
        expect(lower(MeasureKind.LEVEL), aim(AT_LEAST, "10"), "12", MET, NO_RATIO);
        expect(lower(MeasureKind.LEVEL), aim(AT_LEAST, "10"), "9", NOT_MET, "90.00");
        expect(higher(MeasureKind.LEVEL), aim(AT_MOST, "10"), "4", MET, NO_RATIO);
        expect(higher(MeasureKind.LEVEL), aim(AT_MOST, "10"), "10", MET, NO_RATIO);
        expect(higher(MeasureKind.LEVEL), aim(AT_MOST, "10"), "12", NOT_MET, "80.00");
        expect(indicator(MeasureKind.LEVEL, Direction.NEUTRAL), aim(AT_MOST, "10"), "4", MET, "160.00");
    }

    @Test
    void theHalfOfALimitInHalfTheTimeIsJustOnTheWay() {
        Ratio half = new Ratio(BigDecimal.ONE, BigDecimal.TWO);
        assertThat(pace(lower(MeasureKind.FLOW), aim(AT_MOST, "100"), "50", half))
                .isEqualTo("100.00");
        assertThat(pace(lower(MeasureKind.FLOW), aim(AT_MOST, "100"), "90", half))
                .isEqualTo("20.00");
        assertThat(pace(higher(MeasureKind.FLOW), aim(AT_LEAST, "100"), "45", half))
                .isEqualTo("90.00");
        assertThat(pace(higher(MeasureKind.FLOW), from("95", AT_LEAST, "100"), "45", half))
                .isEqualTo("90.00");
        assertThat(pace(higher(MeasureKind.FLOW), from("80", INCREMENT, "20"), "50", half))
                .isEqualTo("100.00");
    }

    /**
     * What the screen says in per cent never contradicts what it says in words, whatever is compared: below 100 % is not met
     * and above it is, where no tolerance plays a part.
     */
    @Property(tries = 5000)
    void whetherAnAimIsMetAndHowMuchOfItIsAttainedAgree(
            @ForAll MeasureKind kind,
            @ForAll Direction direction,
            @ForAll("aims") Aim aim,
            @ForAll("amounts") Amount actual,
            @ForAll RangeMet rangeMet,
            @ForAll CeilingIndex ceilingIndex) {
        Yardstick yardstick = new Yardstick(decimal("0.05"), rangeMet, ceilingIndex);
        Measurement measured = Measurement.of(indicator(kind, direction), aim, actual, yardstick);
        measured.attainment().ifPresent(ratio -> {
            int against = ratio.numerator().compareTo(ratio.denominator());
            if (against < 0) {
                assertThat(measured.fulfilment()).isEqualTo(NOT_MET);
            }
            if (against > 0) {
                assertThat(measured.fulfilment()).isEqualTo(MET);
            }
        });
    }

    @Property
    void everyComparatorMeasuresEveryFigureOfEveryKindWithoutFailing(
            @ForAll MeasureKind kind,
            @ForAll Direction direction,
            @ForAll Comparator comparator,
            @ForAll("amounts") Amount amount,
            @ForAll("amounts") Amount actual) {
        Aim aim = switch (comparator) {
            case NONE_LEFT, YES_NO -> word(comparator, null);
            case BEFORE_DATE -> word(comparator, LocalDate.EPOCH);
            case RANGE, K_OF_N -> new Aim(comparator, amount, amount, null, null);
            case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, NEAR, ABOUT, ALL_OF, INCREMENT, RANK_AT_MOST ->
                aim(comparator, amount.text());
        };
        Measurement measured = Measurement.of(indicator(kind, direction), aim, actual, Lines.USUAL);
        assertThat(measured.attainment().map(Ratio::micros)).isNotNull();
    }

    @Provide
    Arbitrary<Amount> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-10, 200).map(Amount::of),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.valueOf(-100), BigDecimal.valueOf(100_000_000))
                        .ofScale(6)
                        .map(Amount::new));
    }

    @Provide
    Arbitrary<Aim> aims() {
        return Arbitraries.of(AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, K_OF_N, ALL_OF, INCREMENT, Comparator.RANGE)
                .flatMap(comparator -> amounts()
                        .flatMap(amount ->
                                amounts().optional(0.5).map(baseline -> withBaseline(comparator, amount, baseline))));
    }

    private static Aim withBaseline(Comparator comparator, Amount amount, Optional<Amount> baseline) {
        boolean two = comparator == Comparator.RANGE || comparator == K_OF_N;
        return new Aim(
                comparator,
                amount,
                two ? amount : null,
                null,
                baseline.map(start -> new Aim.Baseline(start, vn.cotmoc.core.periods.Period.ofYear(2020)))
                        .orElse(null));
    }

    @ParameterizedTest
    @CsvSource({"57.446809, 54, 94", "58.510638, 55, 94"})
    void theSharesOfThisTestAreWhatTheyShouldBe(String expected, int some, int all) {
        assertThat(share(some, all)).isEqualTo(expected);
    }

    private static String share(int some, int all) {
        return new Ratio(BigDecimal.valueOf(100L * some), BigDecimal.valueOf(all))
                .rounded()
                .toPlainString();
    }

    private static void expect(Indicator indicator, Aim aim, String actual, Fulfilment fulfilment, String percent) {
        expect(Lines.USUAL, indicator, aim, actual, fulfilment, percent);
    }

    private static void expect(
            Yardstick yardstick, Indicator indicator, Aim aim, String actual, Fulfilment fulfilment, String percent) {
        Measurement measured = Measurement.of(indicator, aim, Amount.parse(actual), yardstick);
        assertThat(measured.fulfilment()).isEqualTo(fulfilment);
        assertThat(measured.attainment()
                        .map(Ratio::percent)
                        .map(BigDecimal::toPlainString)
                        .orElse(NO_RATIO))
                .isEqualTo(percent);
    }

    private static Measurement of(Indicator indicator, Aim aim, String actual) {
        return Measurement.of(indicator, aim, Amount.parse(actual), Lines.USUAL);
    }

    private static @Nullable String pace(Indicator indicator, Aim aim, String actual, Ratio expected) {
        return Measurement.pace(indicator, aim, Amount.parse(actual), expected, Lines.USUAL)
                .map(Ratio::percent)
                .map(BigDecimal::toPlainString)
                .orElse(null);
    }
}
