package vn.cotmoc.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "35164.5,                35164.5",
        "35164.500000,           35164.5",
        "-2.77,                  -2.77",
        "0,                      0",
        "-0,                     0",
        "0.000,                  0",
        "-0.000000,              0",
        "0.000001,               0.000001",
        "100,                    100",
        "99999999999999.999999,  99999999999999.999999",
        "-99999999999999.999999, -99999999999999.999999",
        "10000000000000,         10000000000000",
        "1.0000000000,           1"
    })
    void itIsReadExactlyAndWrittenPlainly(String text, String written) {
        assertThat(Amount.parse(text).text()).isEqualTo(written);
        assertThat(Amount.parse(text)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1 ",
                " 1",
                "+1",
                "1e3",
                "1E3",
                "0x10",
                ".5",
                "5.",
                "-",
                "--1",
                "01",
                "00",
                "-01.5",
                "1,5",
                "1.234.567",
                "1 000",
                "NaN",
                "Infinity",
                "１２",
                "1_000",
                "1.0000001",
                "100000000000000",
                "1\n",
                "1234567890123456789012345",
                "0.0000000000000000000000001"
            })
    void whatIsNoAmountIsRefusedAndNothingIsRounded(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Amount.parse(text));
    }

    @Test
    void aRefusalSaysWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amount.parse("1,5"))
                .withMessage("An amount is written with digits and one point, like 35164.5.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amount.parse("1.0000001"))
                .withMessage("An amount has at most 14 integer and 6 fraction digits.");
    }

    @Test
    void zerosAtTheEndMakeNoDifference() {
        Amount short_ = Amount.parse("5.1");
        assertThat(Amount.parse("5.100000")).isEqualTo(short_).hasSameHashCodeAs(short_);
        assertThat(new Amount(new BigDecimal("1E+2"))).isEqualTo(Amount.of(100));
        assertThat(new Amount(new BigDecimal("0.0000000000"))).isEqualTo(Amount.of(0));
    }

    @Property
    void whatIsWrittenIsReadBackAsTheSameAmount(@ForAll("amounts") Amount amount) {
        assertThat(Amount.parse(amount.text())).isEqualTo(amount);
    }

    @Property
    void theValueStaysWhatItWas(@ForAll("values") BigDecimal value) {
        assertThat(new Amount(value).value()).isEqualByComparingTo(value);
        assertThat(Amount.fits(value)).isTrue();
    }

    @Property
    void theOrderIsTheOneOfTheNumbersAndAgreesWithEquality(
            @ForAll("amounts") Amount one, @ForAll("amounts") Amount other) {
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(one.value().subtract(other.value()).signum());
        assertThat(one.equals(other)).isEqualTo(one.compareTo(other) == 0);
    }

    @Property
    void anyTextIsReadOrRefusedButBreaksNothing(@ForAll String text) {
        try {
            assertThat(Amount.fits(Amount.parse(text).value())).isTrue();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<BigDecimal> values() {
        BigInteger most = BigInteger.TEN.pow(20).subtract(BigInteger.ONE);
        return Combinators.combine(
                        Arbitraries.bigIntegers().between(most.negate(), most),
                        Arbitraries.integers().between(6, 6))
                .as(BigDecimal::new);
    }

    @Provide
    Arbitrary<Amount> amounts() {
        return Arbitraries.oneOf(
                values().map(Amount::new),
                Arbitraries.longs().between(-1000, 1000).map(Amount::of),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.valueOf(-10), BigDecimal.TEN)
                        .ofScale(1)
                        .map(Amount::new));
    }
}
