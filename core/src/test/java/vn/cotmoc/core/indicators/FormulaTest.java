package vn.cotmoc.core.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.indicators.Formula.Fault;
import vn.cotmoc.core.measure.Amount;

class FormulaTest {

    private static final Map<String, Amount> FIGURES =
            Map.of("A", Amount.of(54), "B", Amount.of(94), "C", Amount.of(0), "D_2", Amount.parse("0.5"));

    @ParameterizedTest
    @CsvSource({
        "A / B * 100,        57.446809",
        "(A + 1) / B * 100,  58.510638",
        "A - B - 1,          -41",
        "A - (B - 1),        -39",
        "A / B / D_2,        1.148936",
        "2 * A + 3 * D_2,    109.5",
        "-A + -(-B),         40",
        "100,                100",
        "1 / 3 * 3,          1",
    })
    void itIsArithmeticOnExactFractions(String text, String value) throws Exception {
        assertThat(value(text)).map(Amount::text).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"A / C", "A / (B - B)", "1 / 0", "A + MISSING", "99999999999999 * 10"})
    void aMissingFigureAZeroDivisorOrAnOverflowGivesNoValue(String text) throws Exception {
        assertThat(value(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1 / 0, true",
        "A / 0, true",
        "A / (B - B), true",
        "A / (0 * B), true",
        "2 + A / (3 - 1 - 2) * B, true",
        "A / (2 * (B + A) - B - B - 2 * A), true",
        "A / B, false",
        "A / (B - A), false",
        "A / (B - 1009.130837), false",
        "0 / A, false",
        "A / (1 / 3), false",
    })
    void aDivisorThatIsAlwaysZeroIsSeen(String text, boolean nothing) throws Exception {
        assertThat(Formula.parse(text).dividesByNothing()).isEqualTo(nothing);
    }

    @ParameterizedTest
    @CsvSource({
        "'',             1, NO_OPERAND",
        "'A +',          4, NO_OPERAND",
        "'A B',          3, NO_OPERATOR",
        "'(A + B',       7, OPEN_PARENTHESIS",
        "'A + )',        5, NO_OPERAND",
        "'a',            1, NO_OPERAND",
        "'A ^ 2',        3, NO_OPERATOR",
        "'1.5.2',        1, NO_NUMBER",
        "'1,5',          2, NO_OPERATOR",
        "'007',          1, NO_NUMBER",
        "'A; drop',      2, NO_OPERATOR",
        "'A + Đ',        5, NO_OPERAND",
        "'A\u00a0+ B',   2, NO_OPERATOR",
        "'System.exit(0)', 2, NO_OPERATOR"
    })
    void whatIsNoFormulaIsRefusedWithItsPlace(String text, int place, Fault fault) {
        assertThatExceptionOfType(Formula.Unreadable.class)
                .isThrownBy(() -> Formula.parse(text))
                .satisfies(refused -> {
                    assertThat(refused.place()).isEqualTo(place);
                    assertThat(refused.fault()).isEqualTo(fault);
                });
    }

    @Test
    void nobodyNeedsMoreThanItsLimits() {
        refused("1+".repeat(250) + "1", Fault.TOO_LONG);
        refused("(".repeat(21) + "1" + ")".repeat(21), Fault.TOO_DEEP);
        refused("-".repeat(400) + "1", Fault.TOO_DEEP);
        refused(
                IntStream.rangeClosed(1, 21).mapToObj(i -> "A" + i).collect(Collectors.joining("+")),
                Fault.TOO_MANY_CODES);
        assertThatCode(() -> Formula.parse("(".repeat(20) + "1" + ")".repeat(20)))
                .doesNotThrowAnyException();
    }

    @Test
    void itNamesTheIndicatorsItNeeds() throws Exception {
        assertThat(Formula.parse("A / (B + A) * 100").codes()).containsExactlyInAnyOrder("A", "B");
    }

    /** Any text is a formula or is refused; nothing else happens. */
    @Property(tries = 3000)
    void noTextFails(
            @ForAll
                    @StringLength(max = 60)
                    @CharRange(from = 'A', to = 'C')
                    @Chars({'+', '-', '*', '/', '(', ')', '1', '.', ' ', 'đ'})
                    String text) {
        try {
            Formula.parse(text).value(code -> Optional.ofNullable(FIGURES.get(code)));
        } catch (Formula.Unreadable refused) {
            assertThat(refused.place()).isBetween(1, text.length() + 1);
        }
    }

    @Property
    void aShareIsWhatDivisionByHandGives(
            @ForAll @IntRange(max = 100_000) int part, @ForAll @IntRange(min = 1, max = 100_000) int whole)
            throws Exception {
        Amount share = new Amount(BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP));
        Map<String, Amount> figures = Map.of("PART", Amount.of(part), "WHOLE", Amount.of(whole));
        assertThat(Formula.parse("PART / WHOLE * 100").value(code -> Optional.ofNullable(figures.get(code))))
                .contains(share);
    }

    private static Optional<Amount> value(String text) throws Formula.Unreadable {
        return Formula.parse(text).value(code -> Optional.ofNullable(FIGURES.get(code)));
    }

    private static void refused(String text, Fault fault) {
        assertThatExceptionOfType(Formula.Unreadable.class)
                .isThrownBy(() -> Formula.parse(text))
                .matches(refused -> refused.fault() == fault);
    }
}
