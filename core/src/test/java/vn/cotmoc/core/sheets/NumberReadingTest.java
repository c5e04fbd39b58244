package vn.cotmoc.core.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.measure.Language;

/** Numbers in texts: read by the declared language alone, and never guessed. */
class NumberReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VI | 1.234 | 1234 | true",
                "VI | 1,234 | 1.234 | true",
                "VI | 1234,567 | 1234.567 | true",
                "VI | 0,500 | 0.5 | true",
                "VI | -1.234 | -1234 | true",
                "VI | 1.234 % | 1234 | true",
                "VI | 1,5 | 1.5 | false",
                "VI | 12,50 | 12.5 | false",
                "VI | 1,2345 | 1.2345 | false",
                "VI | 1.234,5 | 1234.5 | false",
                "VI | 1.234.567 | 1234567 | false",
                "VI | 1.234.567,891 | 1234567.891 | false",
                "VI | 35164 | 35164 | false",
                "VI | 0 | 0 | false",
                "EN | 1,234 | 1234 | true",
                "EN | 1.234 | 1.234 | true",
                "EN | 1.5 | 1.5 | false",
                "EN | 1,234.5 | 1234.5 | false",
                "EN | 1,234,567 | 1234567 | false",
            })
    void aNumberIsReadAndWhereItIsDoubtfulItSaysSo(Language language, String text, BigDecimal value, boolean doubtful) {
        NumberReading reading = NumberReading.of(text, language).orElseThrow();
        assertThat(reading.value()).isEqualByComparingTo(value);
        assertThat(reading.doubtful()).isEqualTo(doubtful);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VI | 1.5",
                "VI | 1.2345",
                "VI | 1,234.5",
                "VI | 0.500",
                "VI | 1.23.456",
                "VI | 1.234.56",
                "VI | 1 234",
                "VI | 007",
                "VI | 1e5",
                "VI | +5",
                "VI | (1.234)",
                "VI | -",
                "VI | –",
                "VI | --5",
                "VI | 5-",
                "VI | ,5",
                "VI | 5,",
                "VI | 5%%",
                "VI | %",
                "VI | mười hai",
                "VI | 12 tỷ",
                "VI | ١٢",
                "VI | １２",
                "VI | 12345678901234567890123456789012345678901",
                "EN | 1,5",
                "EN | 1.234,5",
            })
    void whatTheLanguageDoesNotWriteIsNoNumber(Language language, String text) {
        assertThat(NumberReading.of(text, language)).isEmpty();
    }

    @Test
    void blanksAroundSayNothingAndMinusesAreAlike() {
        for (String text : new String[] {"-12,5", "\u00A0−12,5\u202F", "\t–12,5 ", "\u2009-12,5\u3000"}) {
            assertThat(NumberReading.of(text, Language.VI).orElseThrow().value())
                    .as(text)
                    .isEqualByComparingTo("-12.5");
        }
        assertThat(NumberReading.of("1\u00A0234", Language.VI))
                .as("no separator of the language")
                .isEmpty();
        assertThat(NumberReading.of("\u00A0", Language.VI)).isEmpty();
    }

    @Test
    void aPercentSignIsToldAndTheValueStaysWhatStandsBeforeIt() {
        for (String text : new String[] {"8,5%", "8,5 %", "8,5\u00A0%"}) {
            NumberReading reading = NumberReading.of(text, Language.VI).orElseThrow();
            assertThat(reading.percent()).isTrue();
            assertThat(reading.value()).isEqualByComparingTo("8.5");
        }
        assertThat(NumberReading.of("8,5", Language.VI).orElseThrow().percent()).isFalse();
    }

    @Property
    void whatALanguageWritesItReadsBack(@ForAll("amounts") BigDecimal amount, @ForAll Language language) {
        String written = language.number(amount);
        assertThat(NumberReading.of(written, language))
                .hasValueSatisfying(reading -> assertThat(reading.value()).isEqualByComparingTo(amount));
    }

    @Property
    void theOtherLanguageReadsTheSameTextWithItsOwnSeparators(@ForAll("written") String text) {
        assertThat(NumberReading.of(text, Language.VI)).isEqualTo(NumberReading.of(swapped(text), Language.EN));
    }

    /** The rule in other words: what the other language makes another number of, and what has one separator before exactly three digits. */
    @Property
    void exactlyWhatTheRuleSaysMustBeConfirmed(@ForAll("written") String text, @ForAll Language language) {
        Optional<NumberReading> reading = NumberReading.of(text, language);
        Optional<NumberReading> other = NumberReading.of(text, language == Language.VI ? Language.EN : Language.VI);
        reading.ifPresent(found -> {
            String digits = text.replaceAll("[^0-9.,]", "");
            boolean oneBeforeThree =
                    digits.chars().filter(c -> c == '.' || c == ',').count() == 1 && digits.matches(".*[.,]...$");
            boolean another = other.isPresent() && other.get().value().compareTo(found.value()) != 0;
            assertThat(found.doubtful()).isEqualTo(oneBeforeThree || another);
        });
    }

    @Property
    void anyTextIsANumberOrNone(@ForAll String text, @ForAll Language language) {
        assertThat(NumberReading.of(text, language)).isNotNull();
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-99999999999999"), new BigDecimal("99999999999999"))
                .ofScale(6);
    }

    @Provide
    Arbitrary<String> written() {
        return Arbitraries.strings()
                .withChars("0123456789.,.,-% ")
                .ofMaxLength(12)
                .edgeCases(cases -> cases.add("1.234", "1,234", "0,500", "1.234,567", "1.234.567"));
    }

    private static String swapped(String text) {
        return text.replace('.', ';').replace(',', '.').replace(';', ',');
    }
}
