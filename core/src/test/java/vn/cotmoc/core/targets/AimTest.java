package vn.cotmoc.core.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
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
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

class AimTest {

    private static final Amount ONE = Amount.of(1);
    private static final Amount NINE = Amount.of(9);
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST,     amount",
        "MORE_THAN,    amount",
        "AT_MOST,      amount",
        "LESS_THAN,    amount",
        "NEAR,         amount",
        "ABOUT,        amount",
        "RANGE,        amount high",
        "K_OF_N,       amount high",
        "ALL_OF,       amount",
        "NONE_LEFT,    ''",
        "INCREMENT,    amount",
        "BEFORE_DATE,  date",
        "YES_NO,       ''",
        "RANK_AT_MOST, amount"
    })
    void everyComparatorTakesJustTheValuesItNeeds(Comparator comparator, String needs) {
        boolean amount = needs.contains("amount");
        boolean high = needs.contains("high");
        boolean date = needs.contains("date");
        assertThat(aim(comparator, amount, high, date).comparator()).isEqualTo(comparator);
        refused(comparator, !amount, high, date, "/amount");
        if (comparator != Comparator.RANK_AT_MOST) {
            refused(comparator, amount, !high, date, "/amountHigh");
        }
        refused(comparator, amount, high, !date, "/date");
    }

    @ParameterizedTest
    @EnumSource
    void everyComparatorIsCoveredByTheTableAbove(Comparator comparator) {
        assertThat(comparator.name())
                .isIn(java.util.Arrays.stream(comparatorsOfTheTable()).toList());
    }

    @Test
    void aReversedRangeIsRefusedWithBothEnds() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Aim(Comparator.RANGE, NINE, ONE, null, null))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("range-reversed");
                    assertThat(refusal.at()).isEqualTo("/amountHigh");
                    assertThat(refusal.values()).containsEntry("low", NINE).containsEntry("high", ONE);
                });
        assertThat(new Aim(Comparator.RANGE, NINE, NINE, null, null).amountHigh())
                .isEqualTo(NINE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Aim(Comparator.K_OF_N, NINE, ONE, null, null))
                .withMessageStartingWith("part-above-whole");
    }

    private static String[] comparatorsOfTheTable() {
        try {
            return java.util.Arrays.stream(AimTest.class
                            .getDeclaredMethod(
                                    "everyComparatorTakesJustTheValuesItNeeds", Comparator.class, String.class)
                            .getAnnotation(CsvSource.class)
                            .value())
                    .map(row -> row.substring(0, row.indexOf(',')))
                    .toArray(String[]::new);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    /** Every comparator stands here once. */
    @ParameterizedTest
    @CsvSource({
        "AT_LEAST,     LEVEL FLOW RATE SHARE REDUCTION INDEX COUNT",
        "MORE_THAN,    LEVEL FLOW RATE SHARE REDUCTION INDEX COUNT",
        "AT_MOST,      LEVEL FLOW RATE SHARE REDUCTION INDEX COUNT",
        "LESS_THAN,    LEVEL FLOW RATE SHARE REDUCTION INDEX COUNT",
        "NEAR,         LEVEL FLOW RATE SHARE REDUCTION INDEX COUNT",
        "ABOUT,        LEVEL FLOW RATE SHARE REDUCTION INDEX COUNT",
        "RANGE,        LEVEL FLOW RATE SHARE REDUCTION INDEX COUNT",
        "NONE_LEFT,    LEVEL FLOW SHARE COUNT",
        "INCREMENT,    LEVEL FLOW SHARE COUNT",
        "ALL_OF,       SHARE COUNT",
        "K_OF_N,       COUNT",
        "RANK_AT_MOST, RANK",
        "YES_NO,       CONDITION",
        "BEFORE_DATE,  CONDITION"
    })
    void aComparatorIsForNumbersOfItsKinds(Comparator comparator, String kinds) {
        Aim aim = aim(
                comparator,
                !List.of(Comparator.NONE_LEFT, Comparator.YES_NO, Comparator.BEFORE_DATE)
                        .contains(comparator),
                comparator == Comparator.RANGE || comparator == Comparator.K_OF_N,
                comparator == Comparator.BEFORE_DATE);
        for (MeasureKind kind : MeasureKind.values()) {
            String refused = refusal(aim, kind);
            assertThat(refused)
                    .as(kind.name())
                    .isEqualTo(List.of(kinds.split(" ")).contains(kind.name()) ? "" : "comparator-kind");
        }
    }

    @Test
    void whoIsRefusedIsToldWhatFits() {
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> new Aim(Comparator.AT_LEAST, ONE, null, null, null)
                                        .requireFor(indicator(MeasureKind.CONDITION)))
                        .values())
                .containsEntry("fitting", List.of(Comparator.BEFORE_DATE, Comparator.YES_NO));
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "0, rank-whole", "-3, rank-whole", "2.5, rank-whole"})
    void aPlaceIsAWholeNumberFromOne(String amount, String refusal) {
        assertThat(refusal(new Aim(Comparator.RANK_AT_MOST, Amount.parse(amount), null, null, null), MeasureKind.RANK))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"34, ''", "4, range-reversed", "34.5, rank-whole"})
    void aPlaceMayBeOneOfSoMany(String many, String refusal) {
        assertThat(refused(many)).isEqualTo(refusal);
    }

    private static String refused(String many) {
        try {
            return refusal(
                    new Aim(Comparator.RANK_AT_MOST, Amount.parse("5"), Amount.parse(many), null, null),
                    MeasureKind.RANK);
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    @Test
    void aPlaceIsSaidWithHowManyThereAre() {
        assertThat(Comparator.RANK_AT_MOST.said(Language.VI, "5", "34")).isEqualTo("hạng tối đa 5/34");
        assertThat(Comparator.RANK_AT_MOST.said(Language.EN, "5", "")).isEqualTo("rank at most 5");
    }

    @ParameterizedTest
    @CsvSource({"2022, ''", "2023-01/2023-09, ''", "2023, baseline-late", "2024, baseline-late"})
    void aTargetStartsFromWhatWasBefore(String baseline, String refusal) {
        Aim aim = new Aim(Comparator.AT_LEAST, NINE, null, null, new Aim.Baseline(ONE, Period.parse(baseline)));
        Refusal refused = catchThrowableOfType(Refusal.class, () -> aim.requireStartBefore(Period.ofYear(2023)));
        assertThat(refused == null ? "" : refused.code()).isEqualTo(refusal);
    }

    private static String refusal(Aim aim, MeasureKind kind) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> aim.requireFor(indicator(kind)));
        return refused == null ? "" : refused.code();
    }

    private static Indicator indicator(MeasureKind kind) {
        return Measures.of("X", "hạng", "rank", kind, Direction.LOWER_IS_BETTER);
    }

    private static Aim aim(Comparator comparator, boolean amount, boolean high, boolean date) {
        return new Aim(comparator, given(amount, ONE), given(high, NINE), given(date, DAY), null);
    }

    private static <T> @Nullable T given(boolean present, T value) {
        return present ? value : null;
    }

    private static void refused(Comparator comparator, boolean amount, boolean high, boolean date, String at) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> aim(comparator, amount, high, date))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
                    boolean given = switch (at) {
                        case "/amount" -> amount;
                        case "/amountHigh" -> high;
                        default -> date;
                    };
                    assertThat(refusal.code()).isEqualTo(given ? "comparator-without" : "comparator-values");
                    assertThat(refusal.at()).isEqualTo(at);
                    assertThat(refusal.values()).containsEntry("comparator", comparator);
                });
    }
}
