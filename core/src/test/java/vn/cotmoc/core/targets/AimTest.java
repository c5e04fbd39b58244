package vn.cotmoc.core.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.measure.Amount;
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
        refused(comparator, amount, !high, date, "/amountHigh");
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
                .withMessageStartingWith("range-reversed");
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

    @ParameterizedTest
    @CsvSource({
        "RANK_AT_MOST, RANK,      1,   ''",
        "RANK_AT_MOST, RANK,      0,   rank-whole",
        "RANK_AT_MOST, RANK,      -3,  rank-whole",
        "RANK_AT_MOST, RANK,      2.5, rank-whole",
        "RANK_AT_MOST, LEVEL,     3,   comparator-kind",
        "AT_MOST,      RANK,      2.5, ''",
        "YES_NO,       CONDITION, ,    ''",
        "YES_NO,       RATE,      ,    comparator-kind",
        "BEFORE_DATE,  RATE,      ,    ''"
    })
    void aPlaceIsAimedAtWhereThereIsOneAndAConditionWhereItHoldsOrDoesNot(
            Comparator comparator, MeasureKind kind, @Nullable String amount, String refusal) {
        Aim aim = new Aim(
                comparator,
                amount == null ? null : Amount.parse(amount),
                null,
                given(comparator == Comparator.BEFORE_DATE, DAY),
                null);
        Refusal refused = catchThrowableOfType(
                Refusal.class, () -> aim.requireFor(Measures.of("X", "hạng", "rank", kind, Direction.LOWER_IS_BETTER)));
        assertThat(refused == null ? "" : refused.code()).isEqualTo(refusal);
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
