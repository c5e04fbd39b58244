package vn.cotmoc.core.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.indicators.Direction.HIGHER_IS_BETTER;
import static vn.cotmoc.core.indicators.Direction.LOWER_IS_BETTER;
import static vn.cotmoc.core.indicators.Direction.NEUTRAL;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.measure.Amount;

class WantedTest {

    private static final Yardstick USUAL =
            new Yardstick(new BigDecimal("0.05"), RangeMet.OR_BETTER, CeilingIndex.TWO_MINUS);

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST,  11, 11,       true",
        "AT_LEAST,  11, 10.999999,false",
        "MORE_THAN, 11, 11,       false",
        "MORE_THAN, 11, 11.000001,true",
        "AT_MOST,   11, 11,       true",
        "AT_MOST,   11, 11.000001,false",
        "LESS_THAN, 11, 11,       false",
        "LESS_THAN, 11, 10.999999,true",
        "NEAR,      10, 9.5,      true",
        "NEAR,      10, 9.499999, false",
        "RANK_AT_MOST, 3, 4,      false"
    })
    void aFigureOnTheEndIsInsideAsTheWordsSay(Comparator comparator, String amount, BigDecimal figure, boolean holds) {
        assertThat(wanted(HIGHER_IS_BETTER, comparator, amount).holds(figure)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER_IS_BETTER, 12, true",
        "HIGHER_IS_BETTER, 8,  false",
        "LOWER_IS_BETTER,  8,  true",
        "LOWER_IS_BETTER,  12, false",
        "NEUTRAL,          12, false",
        "NEUTRAL,          8,  false",
        "NEUTRAL,          10, true"
    })
    void betterThanARangeIsAsGoodAsInside(Direction direction, BigDecimal figure, boolean holds) {
        Aim range = new Aim(Comparator.RANGE, Amount.of(9), Amount.of(11), null, null);
        assertThat(Wanted.of(direction, range, USUAL).orElseThrow().holds(figure))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST,  11, MORE_THAN, 11, true",
        "AT_LEAST,  11, AT_MOST,   11, true",
        "MORE_THAN, 11, AT_MOST,   11, false",
        "AT_LEAST,  12, LESS_THAN, 11, false",
        "AT_MOST,   3,  AT_MOST,   5,  true"
    })
    void twoAimsMeetWhereOneFigureCanLieInBoth(
            Comparator one, String amount, Comparator other, String otherAmount, boolean meet) {
        Wanted first = wanted(HIGHER_IS_BETTER, one, amount);
        Wanted second = wanted(HIGHER_IS_BETTER, other, otherAmount);
        assertThat(first.meets(second)).isEqualTo(meet);
        assertThat(second.meets(first)).isEqualTo(meet);
    }

    @Property
    void whatHoldsForBothShowsThatTheyMeet(
            @ForAll @BigRange(min = "-9", max = "9") @Scale(1) BigDecimal one,
            @ForAll @BigRange(min = "-9", max = "9") @Scale(1) BigDecimal other,
            @ForAll @BigRange(min = "-9", max = "9") @Scale(1) BigDecimal figure,
            @ForAll Direction direction) {
        Wanted about = wanted(direction, Comparator.ABOUT, one.toPlainString());
        Wanted below = wanted(direction, Comparator.LESS_THAN, other.toPlainString());
        if (about.holds(figure) && below.holds(figure)) {
            assertThat(about.meets(below)).isTrue();
        }
    }

    @Test
    void aDayAndAnIncrementOnNothingKnownDecideNoFigure() {
        Aim day = new Aim(Comparator.BEFORE_DATE, null, null, LocalDate.of(2023, 9, 2), null);
        assertThat(Wanted.of(NEUTRAL, day, USUAL)).isEmpty();
        Aim more = new Aim(Comparator.INCREMENT, Amount.of(4), null, null, null);
        assertThat(Wanted.of(LOWER_IS_BETTER, more, USUAL)).isEmpty();
    }

    private static Wanted wanted(Direction direction, Comparator comparator, String amount) {
        Aim aim = new Aim(comparator, Amount.parse(amount), null, null, null);
        return Wanted.of(direction, aim, USUAL).orElseThrow();
    }
}
