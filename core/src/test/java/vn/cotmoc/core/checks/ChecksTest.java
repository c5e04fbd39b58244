package vn.cotmoc.core.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

class ChecksTest {

    private static final Indicator REVENUE = of(MeasureKind.FLOW);

    @Test
    void aFigureOnItsBoundIsInside() {
        assertThat(faults(bounded("0", "100"), "2023", "0")).isEmpty();
        assertThat(faults(bounded("0", "100"), "2023", "100")).isEmpty();
        assertThat(faults(bounded("0", "100"), "2023", "-0.000001")).containsExactly(Fault.BELOW_LOWEST);
        assertThat(faults(bounded("0", "100"), "2023", "100.000001")).containsExactly(Fault.ABOVE_HIGHEST);
        assertThat(faults(bounded(null, null), "2023", "-5")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = MeasureKind.class,
            names = {"FLOW", "COUNT"})
    void withoutBoundsOfItsOwnATotalDoesNotGoBelowZero(MeasureKind kind) {
        assertThat(Limits.OWN_DESIGN.within(of(kind)).lowest()).isEqualTo(Amount.of(0));
        assertThat(Limits.OWN_DESIGN.within(of(kind)).highest()).isNull();
        assertThat(Limits.OWN_DESIGN.within(of(MeasureKind.RATE)).lowest()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "RANK,      1,",
        "RANK,      1.5, NOT_WHOLE",
        "RANK,      0,   BELOW_LOWEST",
        "RANK,      -1,  BELOW_LOWEST",
        "CONDITION, 0,",
        "CONDITION, 1,",
        "CONDITION, 0.5, NOT_WHOLE",
        "CONDITION, 2,   ABOVE_HIGHEST",
        "CONDITION, -1,  BELOW_LOWEST"
    })
    void aPlaceIsAWholeNumberFromOneAndAConditionHoldsOrDoesNot(
            MeasureKind kind, String amount, @Nullable Fault fault) {
        Indicator indicator = of(kind);
        assertThat(Checks.impossible(
                                indicator,
                                Period.ofYear(2023),
                                Amount.parse(amount),
                                Limits.OWN_DESIGN.within(indicator))
                        .map(Warning::fault))
                .isEqualTo(Optional.ofNullable(fault));
    }

    @Test
    void withoutBoundsOfItsOwnAShareInPerCentLiesBetweenNothingAndTheWhole() {
        Limits limits = Limits.OWN_DESIGN.within(Measures.calculated("POVERTY", "1"));
        assertThat(limits.lowest()).isEqualTo(Amount.of(0));
        assertThat(limits.highest()).isEqualTo(Amount.of(100));
        Indicator ratio = Measures.of("DOCTORS", "bác sĩ/vạn dân", "doctors", MeasureKind.SHARE, Direction.NEUTRAL);
        assertThat(Limits.OWN_DESIGN.within(ratio).highest()).isNull();
    }

    @Test
    void whatIsCountedInWholeOnesIsWhole() {
        assertThat(check(of(MeasureKind.COUNT), "2023", "72", Map.of())).isEmpty();
        assertThat(check(of(MeasureKind.COUNT), "2023", "2.5", Map.of()))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.fault()).isEqualTo(Fault.NOT_WHOLE);
                    assertThat(warning.against()).isEqualTo(Amount.of(2));
                });
        assertThat(check(REVENUE, "2023", "2.5", Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01, 500, 2023-01/2023-09, 20, '', '', 2023-01/2023-09, 500", // a month above nine
        "2023-01/2023-09, 20, 2023-01, 500, '', '', 2023-01/2023-09, 500", // in the other order
        "2023-01/2023-09, 100, 2023-Q1, 50, 2023-Q2, 60, 2023-01/2023-09, 110", // the third would be -10
        "2023-08, 30, 2023-H1, 80, 2023-01/2023-09, 100, 2023-01/2023-09, 110", // parts of different lengths
        "2023-Q1, 50, 2023-01, 40, 2023-02, 20, 2023-Q1, 60",
    })
    void partsAreNotAboveTheirWholeThoughSomeAreMissing(
            String period,
            String amount,
            String one,
            String has,
            String two,
            String hasToo,
            String whole,
            String inside) {
        Map<String, String> known = two.isEmpty() ? Map.of(one, has) : Map.of(one, has, two, hasToo);
        List<Warning> found = above(house().within(REVENUE), period, amount, known);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().period()).isEqualTo(Period.parse(whole));
        assertThat(found.getFirst().against()).isEqualTo(Amount.parse(inside));
    }

    @Test
    void whatMayBeBelowZeroMayHavePartsAboveItsWhole() {
        Map<String, String> nineMonths = Map.of("2023-01/2023-09", "20");
        assertThat(above(bounded("-1000", null), "2023-01", "500", nineMonths)).isEmpty();
        assertThat(above(bounded("0", null), "2023-01", "500", nineMonths)).hasSize(1);
        assertThat(above(house().within(REVENUE), "2023-01", "20.2", nineMonths))
                .as("1 % is tolerated")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-05, 2022-05, 2023-04", // the same month of the year before outranks the month before
        "2023-Q1, 2022-Q1, 2022-Q4",
        "2023-H2, 2022-H2, 2023-H1",
        "2023-01/2023-10, 2022-01/2022-10, 2022",
        "2023, 2022, 2021"
    })
    void aJumpIsAgainstTheSameMonthsOfTheYearBefore(String period, String yearBefore, String other) {
        List<Warning> found = check(REVENUE, period, "151", Map.of(yearBefore, "100", other, "1"));
        assertThat(found).extracting(Warning::fault).contains(Fault.JUMP);
        Warning jump = found.stream()
                .filter(warning -> warning.fault() == Fault.JUMP)
                .findFirst()
                .orElseThrow();
        assertThat(jump.period()).isEqualTo(Period.parse(yearBefore));
        assertThat(jump.against()).isEqualTo(Amount.of(100));
        assertThat(check(REVENUE, period, "150", Map.of(yearBefore, "100"))).isEmpty();
    }

    @Test
    void withoutAYearBeforeAJumpIsAgainstAsManyMonthsJustBefore() {
        assertThat(check(REVENUE, "2023-Q1", "40", Map.of("2022-Q4", "100")))
                .extracting(Warning::period)
                .containsExactly(Period.parse("2022-Q4"));
    }

    @Test
    void fromZeroAndOfRatesNothingJumps() {
        assertThat(check(REVENUE, "2023", "1000", Map.of("2022", "0"))).isEmpty();
        assertThat(check(of(MeasureKind.RATE), "2023", "9", Map.of("2022", "2")))
                .isEmpty();
        assertThat(check(of(MeasureKind.RANK), "2023", "60", Map.of("2022", "1")))
                .isEmpty();
    }

    @Test
    void aTotalToDateMayNotFallWithinItsYear() {
        assertThat(check(REVENUE, "2023-H1", "99", Map.of("2023-01/2023-05", "100", "2023-Q1", "120")))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.fault()).isEqualTo(Fault.BELOW_EARLIER);
                    assertThat(warning.period()).isEqualTo(Period.parse("2023-01/2023-05"));
                });
        assertThat(check(REVENUE, "2023-Q1", "101", Map.of("2023-H1", "100", "2023", "90")))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.fault()).isEqualTo(Fault.ABOVE_LATER);
                    assertThat(warning.period()).isEqualTo(Period.parse("2023-H1"));
                });
        assertThat(check(REVENUE, "2023-H1", "100", Map.of("2023-Q1", "100", "2023", "100")))
                .isEmpty();
        assertThat(check(REVENUE, "2023-Q2", "1", Map.of("2023-Q1", "100")))
                .extracting(Warning::fault)
                .as("a quarter by itself may be less")
                .doesNotContain(Fault.BELOW_EARLIER);
        assertThat(check(of(MeasureKind.LEVEL), "2023-H1", "99", Map.of("2023-Q1", "100")))
                .as("levels fall")
                .isEmpty();
    }

    @Test
    void partsMakeTheirWholeWhicheverComesLast() {
        Map<String, String> quarters = Map.of("2023-Q1", "20", "2023-Q2", "30", "2023-Q3", "25");
        assertThat(parts("2023-Q4", "25", with(quarters, "2023", "100"))).isEmpty();
        assertThat(parts("2023-Q4", "26", with(quarters, "2023", "100")))
                .as("1 % is tolerated")
                .isEmpty();
        assertThat(parts("2023-Q4", "26.1", with(quarters, "2023", "100")))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.figure()).isEqualTo(Amount.of(100));
                    assertThat(warning.against()).isEqualTo(Amount.parse("101.1"));
                    assertThat(warning.period()).isEqualTo(Period.ofYear(2023));
                });
        assertThat(parts("2023", "50", quarters)).as("a quarter is missing").isEmpty();
        assertThat(parts("2023", "50", with(quarters, "2023-Q4", "25"))).hasSize(1);
        assertThat(parts("2023", "0", with(quarters, "2023-Q4", "25"))).hasSize(1);
        assertThat(parts("2021/2023", "7", Map.of("2021", "1", "2022", "2", "2023", "3")))
                .hasSize(1);
    }

    @Test
    void placesMakeTheirWhole() {
        assertThat(Checks.of(REVENUE, Period.ofYear(2023), Amount.of(100), Map.of(), List.of(sum(100, 101)), house()))
                .isEmpty();
        assertThat(Checks.of(REVENUE, Period.ofYear(2023), Amount.of(100), Map.of(), List.of(sum(100, 102)), house()))
                .extracting(Warning::fault)
                .containsExactly(Fault.PARTS_OVER_AREAS);
    }

    @Test
    void aCheckThatIsOffFindsNothing() {
        Limits off = new Limits(
                Reaction.OFF,
                Amount.of(0),
                null,
                Reaction.OFF,
                BigDecimal.ONE,
                Reaction.OFF,
                Reaction.OFF,
                BigDecimal.ZERO);
        assertThat(Checks.of(
                        REVENUE,
                        Period.parse("2023-H1"),
                        Amount.of(-5),
                        series(Map.of("2023-Q1", "100", "2023-Q2", "7", "2022-H1", "900")),
                        List.of(sum(-5, 9)),
                        off))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void onlyWhatBlocksIsRefused(Fault fault) {
        new Warning(fault, Reaction.WARN, Amount.of(1), Amount.of(2), null, null).refuseIfBlocking("GRDP");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Warning(fault, Reaction.BLOCK, Amount.of(1), Amount.of(2), null, null)
                        .refuseIfBlocking("GRDP"))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("figure-" + fault.code());
                    assertThat(refusal.values().values()).contains(Amount.of(1), Amount.of(2));
                });
    }

    @Test
    void limitsThatCannotBeAreRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> bounded("2", "1"))
                .withMessageStartingWith("check-bounds");
        for (String jump : List.of("0", "-1", "100.1")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> shares(jump, "0"))
                    .withMessageStartingWith("check-share");
        }
        for (String tolerance : List.of("-0.1", "1")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> shares("1", tolerance))
                    .withMessageStartingWith("check-share");
        }
    }

    /** Months that are never negative, entered one after the other with every total to date, contradict nothing. */
    @Property
    void aTruthfulYearFailsNoCheckOfItself(
            @ForAll @Size(12) List<@LongRange(min = 0, max = 1_000_000) Long> months,
            @ForAll @IntRange(max = 11) int last) {
        Map<Period, Amount> known = new HashMap<>();
        long total = 0;
        for (int month = 1; month <= 12; month++) {
            total += months.get(month - 1);
            known.put(Period.parse("2023-%02d".formatted(month)), Amount.of(months.get(month - 1)));
            if (month > 1) {
                known.put(
                        new Period(java.time.YearMonth.of(2023, 1), java.time.YearMonth.of(2023, month)),
                        Amount.of(total));
            }
        }
        Period month = Period.parse("2023-%02d".formatted(last + 1));
        Limits exact = new Limits(
                Reaction.BLOCK,
                Amount.of(0),
                null,
                Reaction.OFF,
                BigDecimal.ONE,
                Reaction.BLOCK,
                Reaction.BLOCK,
                BigDecimal.ZERO);
        Amount figure = java.util.Objects.requireNonNull(known.get(month));
        assertThat(Checks.of(REVENUE, month, figure, known, List.of(), exact)).isEmpty();
        Amount wrong = Amount.of(months.get(last) + 1);
        Assume.that(last > 0);
        assertThat(Checks.of(REVENUE, month, wrong, known, List.of(), exact))
                .as("one more than the truth is found out")
                .extracting(Warning::fault)
                .containsExactly(Fault.PARTS_IN_TIME);
    }

    private static List<Warning> above(Limits limits, String period, String amount, Map<String, String> known) {
        return Checks.of(REVENUE, Period.parse(period), Amount.parse(amount), series(known), List.of(), limits).stream()
                .filter(warning -> warning.fault() == Fault.PARTS_ABOVE)
                .toList();
    }

    private static List<Warning> parts(String period, String amount, Map<String, String> known) {
        return check(REVENUE, period, amount, known).stream()
                .filter(warning -> warning.fault() == Fault.PARTS_IN_TIME)
                .toList();
    }

    private static Map<String, String> with(Map<String, String> known, String period, String amount) {
        Map<String, String> more = new HashMap<>(known);
        more.put(period, amount);
        return more;
    }

    private static List<Fault> faults(Limits limits, String period, String amount) {
        return Checks.of(REVENUE, Period.parse(period), Amount.parse(amount), Map.of(), List.of(), limits).stream()
                .map(Warning::fault)
                .toList();
    }

    private static List<Warning> check(Indicator indicator, String period, String amount, Map<String, String> known) {
        return Checks.of(indicator, Period.parse(period), Amount.parse(amount), series(known), List.of(), house());
    }

    private static Map<Period, Amount> series(Map<String, String> known) {
        Map<Period, Amount> series = new HashMap<>();
        known.forEach((period, amount) -> series.put(Period.parse(period), Amount.parse(amount)));
        return series;
    }

    private static Checks.Sum sum(long whole, long parts) {
        return new Checks.Sum(Amount.of(whole), BigDecimal.valueOf(parts));
    }

    private static Limits house() {
        return Limits.OWN_DESIGN;
    }

    private static Limits bounded(@Nullable String lowest, @Nullable String highest) {
        return new Limits(
                Reaction.BLOCK,
                lowest == null ? null : Amount.parse(lowest),
                highest == null ? null : Amount.parse(highest),
                Reaction.WARN,
                BigDecimal.ONE,
                Reaction.WARN,
                Reaction.WARN,
                BigDecimal.ZERO);
    }

    private static Limits shares(String jump, String tolerance) {
        return new Limits(
                Reaction.WARN,
                null,
                null,
                Reaction.WARN,
                new BigDecimal(jump),
                Reaction.WARN,
                Reaction.WARN,
                new BigDecimal(tolerance));
    }

    private static Indicator of(MeasureKind kind) {
        return Measures.of("OWN", "tỷ đồng", "billion VND", kind, Direction.HIGHER_IS_BETTER);
    }
}
