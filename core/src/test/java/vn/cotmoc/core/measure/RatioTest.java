package vn.cotmoc.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {

    private static final BigDecimal CUT = new BigDecimal("1.05");
    private static final BigDecimal HUNDREDTH_OF_A_MILLIONTH = new BigDecimal("0.00000001");

    /** From reports of the provinces; one of them printed 68.81, cut off instead of rounded. */
    @ParameterizedTest
    @CsvSource({
        "35164.5, 51100,   68.82, 0.688151",
        "32234.9, 34400,   93.71, 0.937061",
        "32234.9, 26253.5, 122.78, 1.227832",
        "20411,   181603,  11.24, 0.112394",
        "5.02,    4,       125.50, 1.255000",
        "1,       3,       33.33, 0.333333",
        "2,       3,       66.67, 0.666667",
        "-1,      3,       -33.33, -0.333333",
        "1,       8,       12.50, 0.125000",
        "0,       7,       0.00, 0.000000"
    })
    void percentagesOfRealReportsHold(String numerator, String denominator, String percent, String rounded) {
        Ratio ratio = Ratio.of(Amount.parse(numerator), Amount.parse(denominator));
        assertThat(ratio.percent()).isEqualTo(percent);
        assertThat(ratio.rounded()).isEqualTo(rounded);
        assertThat(BigDecimal.valueOf(ratio.micros(), 6)).isEqualByComparingTo(rounded);
    }

    @Test
    void growthOverTheYearBeforeIsTheRatioLessOne() {
        Ratio ratio = Ratio.of(Amount.parse("32234.9"), Amount.parse("26253.5"));
        assertThat(ratio.percent().subtract(BigDecimal.valueOf(100))).isEqualTo("22.78");
    }

    @Test
    void tenThousandValuesThatLieExactlyOnACutPointAreOnItAndTheirNeighboursAreNot() {
        Random random = new Random(105);
        int misratedByDoubles = 0;
        for (int i = 0; i < 10_000; i++) {
            BigDecimal target = BigDecimal.valueOf(1 + random.nextLong(99_999_999L), random.nextInt(5));
            BigDecimal actual = target.multiply(CUT);
            assertThat(new Ratio(actual, target).reaches(CUT))
                    .as("%s against %s", actual, target)
                    .isTrue();
            assertThat(new Ratio(actual.subtract(HUNDREDTH_OF_A_MILLIONTH), target).reaches(CUT))
                    .as("just below %s against %s", actual, target)
                    .isFalse();
            misratedByDoubles += actual.doubleValue() / target.doubleValue() >= 1.05 ? 0 : 1;
        }
        assertThat(misratedByDoubles).as("what exactness is for").isPositive();
    }

    @Property
    void whetherACutPointIsReachedDoesNotDependOnHowTheRatioIsWritten(
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(6) BigDecimal numerator,
            @ForAll @BigRange(min = "0.000001", max = "1000") @Scale(6) BigDecimal denominator,
            @ForAll @BigRange(min = "0.000001", max = "100") @Scale(6) BigDecimal factor) {
        Ratio ratio = new Ratio(numerator, denominator);
        Ratio extended = new Ratio(numerator.multiply(factor), denominator.multiply(factor));
        Ratio turned = new Ratio(numerator.negate(), denominator.negate());
        for (BigDecimal cut : new BigDecimal[] {CUT, BigDecimal.ONE, BigDecimal.ZERO, ratio.rounded()}) {
            assertThat(extended.reaches(cut)).isEqualTo(ratio.reaches(cut));
            assertThat(turned.reaches(cut)).isEqualTo(ratio.reaches(cut));
        }
        assertThat(turned.denominator()).isPositive();
    }

    @Test
    void aThirdReachesNoRoundedThirdFromAbove() {
        Ratio third = new Ratio(BigDecimal.ONE, BigDecimal.valueOf(3));
        assertThat(third.reaches(new BigDecimal("0.333333"))).isTrue();
        assertThat(third.reaches(new BigDecimal("0.333334"))).isFalse();
        Ratio twoThirds = new Ratio(BigDecimal.TWO, BigDecimal.valueOf(3));
        assertThat(twoThirds.rounded()).isEqualTo("0.666667");
        assertThat(twoThirds.reaches(twoThirds.rounded()))
                .as("banding comes before rounding")
                .isFalse();
    }

    @Test
    void thereIsNoRatioToZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.of(Amount.of(1), Amount.of(0)))
                .withMessage("A ratio to zero has no value.");
    }

    @Test
    void theLargestFigureAgainstTheSmallestTargetIsStillANumber() {
        Ratio huge = Ratio.of(Amount.parse("99999999999999"), Amount.parse("0.000001"));
        assertThat(huge.micros()).isEqualTo(Long.MAX_VALUE);
        assertThat(huge.percent()).isEqualTo("9999999999999900000000.00");
        assertThat(Ratio.of(Amount.parse("-99999999999999"), Amount.parse("0.000001"))
                        .micros())
                .isEqualTo(Long.MIN_VALUE);
    }

    /** What is a little less than 105 % is no 105 %: a band begins there. */
    @ParameterizedTest
    @CsvSource({
        "105,      100,     '105,00 %'",
        "104.9983, 100,     '104,9983 %'",
        "104.9999999, 100,  '105,00 %'",
        "104.99999, 100,    '104,99999 %'",
        "68.8151,  100,     '68,82 %'",
        "99.999,   100,     '99,999 %'",
        "100.0049, 100,     '100,0049 %'"
    })
    void aPercentageDoesNotRoundToTheWholeNumberBesideIt(String numerator, String denominator, String said) {
        assertThat(Language.VI.percent(new Ratio(new BigDecimal(numerator), new BigDecimal(denominator))))
                .isEqualTo(said);
    }
}
