package vn.cotmoc.web.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.targets.Authority;

class ReadsTest {

    private static final String AT = "/field";

    @Test
    void whatIsWellWrittenIsRead() {
        UUID id = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
        assertThat(Reads.amount("35164.5", AT)).isEqualTo(Amount.parse("35164.5"));
        assertThat(Reads.decimal("1.050", AT)).isEqualByComparingTo("1.05");
        assertThat(Reads.period("2026-Q3", AT)).isEqualTo(Period.parse("2026-Q3"));
        assertThat(Reads.day("2023-10-31", AT)).isEqualTo(LocalDate.of(2023, 10, 31));
        assertThat(Reads.id(id.toString(), AT)).isEqualTo(id);
        assertThat(Reads.id(id.toString().toUpperCase(java.util.Locale.ROOT), AT))
                .isEqualTo(id);
        assertThat(Reads.word(Authority.class, "council", AT)).isEqualTo(Authority.COUNCIL);
        assertThat(Reads.text("  Nghị quyết\n\t1 ", AT, 20)).isEqualTo("Nghị quyết\n\t1");
    }

    @Test
    void whatMayBeLeftOutIsNull() {
        assertThat(Reads.amountOrNull(null, AT)).isNull();
        assertThat(Reads.decimalOrNull(null, AT)).isNull();
        assertThat(Reads.periodOrNull(null, AT)).isNull();
        assertThat(Reads.dayOrNull(null, AT)).isNull();
        assertThat(Reads.idOrNull(null, AT)).isNull();
        assertThat(Reads.wordOrNull(Authority.class, null, AT)).isNull();
        assertThat(Reads.textOrNull(null, AT, 5)).isNull();
        assertThat(Reads.textOrNull(" ", AT, 5)).isNull();
    }

    @Test
    void whatMustBeThereIsMissedByItsName() {
        missing(() -> Reads.amount(null, AT));
        missing(() -> Reads.decimal(null, AT));
        missing(() -> Reads.period(null, AT));
        missing(() -> Reads.day(null, AT));
        missing(() -> Reads.id(null, AT));
        missing(() -> Reads.word(Authority.class, null, AT));
        missing(() -> Reads.text(null, AT, 5));
        missing(() -> Reads.present(null, AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,5", "1e5", "NaN", "0.1234567", "1.234.567"})
    void whatIsNoAmountIsRefused(String text) {
        refused("amount-form", () -> Reads.amount(text, AT));
        refused("amount-form", () -> Reads.decimal(text, AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "quý 3", "2026-13", "2026-02/2026-04", "2026-Q1/2026", "2026-06/2026-01", "9999"})
    void whatIsNoPeriodIsRefused(String text) {
        refused("period-form", () -> Reads.period(text, AT));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01/2025-03, 2025-Q1",
        "2025-07/2025-09, 2025-Q3",
        "2026-01/2026-06, 2026-H1",
        "2026-01/2026-12, 2026",
        "2026/2026, 2026",
        "2026-05/2026-05, 2026-05",
        "2021-01/2025-12, 2021/2025"
    })
    void aPeriodThatIsWrittenOtherwiseIsToldItsSpelling(String text, String spelling) {
        assertThat(refused("period-spelling", () -> Reads.period(text, AT)).values())
                .containsEntry("value", text)
                .containsEntry("spelling", Period.parse(spelling));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31/10/2023", "2023-02-29", "2023-1-1", "2023-10-31T00:00:00Z"})
    void whatIsNoDayIsRefused(String text) {
        refused("day-form", () -> Reads.day(text, AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2200-01-01", "0000-01-01", "-0001-01-01", "+12023-10-31"})
    void aDayOfNobodysLifetimeIsRefused(String text) {
        assertThat(refused("day-range", () -> Reads.day(text, AT)).values())
                .containsEntry("first", LocalDate.of(1900, 1, 1))
                .containsEntry("last", LocalDate.of(2199, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "01890a5dac96774bbcceb302099a8057",
                "01890a5d-ac96-774b-bcce-b302099a8057 ",
                "x1890a5d-ac96-774b-bcce-b302099a8057",
                "../../etc/passwd"
            })
    void whatIsNoIdentifierIsRefused(String text) {
        refused("id-form", () -> Reads.id(text, AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "COUNCIL", "council ", "hội đồng"})
    void anUnknownWordIsRefusedWithTheKnownOnes(String text) {
        assertThat(refused("unknown-word", () -> Reads.word(Authority.class, text, AT))
                        .values())
                .containsEntry("value", text)
                .containsEntry("allowed", "party, council, government, committee");
    }

    @Test
    void aTextIsNeitherEmptyNorTooLongNorControlling() {
        refused("text-empty", () -> Reads.text(" \n ", AT, 5));
        assertThat(refused("text-long", () -> Reads.text("sáu kt", AT, 5)).values())
                .containsEntry("length", 6)
                .containsEntry("most", 5);
        assertThat(Reads.text("  năm k  ", AT, 5)).isEqualTo("năm k");
        refused("text-control", () -> Reads.text("a\u0000b", AT, 5));
        refused("text-control", () -> Reads.text("a\u001bb", AT, 5));
        refused("text-control", () -> Reads.text("a\u0085b", AT, 5));
        for (char turning : "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069".toCharArray()) {
            refused("text-control", () -> Reads.text("a" + turning + "b", AT, 5));
        }
        assertThat(Reads.text("a\u2065b", AT, 5)).isEqualTo("a\u2065b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0",
                "\u200b",
                "\u3164",
                "\u2800",
                "\ufeff",
                "\u00ad",
                "\u2060",
                " \u3000\u115f\ufe0f",
                "\udb40\uddef"
            })
    void aTextThatNobodySeesIsEmpty(String text) {
        refused("text-empty", () -> Reads.text(text, AT, 5));
        assertThat(Reads.textOrNull(text, AT, 5)).isNull();
        assertThat(Reads.text(text + "a" + text, AT, 5)).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u061c", "\u200e", "\u200f", "\u2028", "\u2029", "\udb40\udc41"})
    void marksThatNobodySeesAreRefusedInsideOfATextAsControlCharacters(String mark) {
        refused("text-control", () -> Reads.text("a" + mark + "b", AT, 5));
        assertThat(refused("amount-form", () -> Reads.amount("1" + mark, AT)).values())
                .containsEntry("value", "1?");
    }

    @Test
    void aTextComesInOneSpelling() {
        assertThat(Reads.text("Ke\u0302\u0301 hoa\u0323ch", AT, 8)).isEqualTo("Kế hoạch");
    }

    @Test
    void aWrongValueIsEchoedShortAndWithoutControlCharacters() {
        assertThat(refused("amount-form", () -> Reads.amount("1\r\n2", AT)).values())
                .containsEntry("value", "1??2");
        assertThat(refused("amount-form", () -> Reads.amount("9".repeat(1000), AT))
                        .values())
                .containsEntry("value", "9".repeat(60) + "…");
    }

    private static void missing(ThrowingCallable reading) {
        assertThat(refused("missing-field", reading).values()).containsEntry("field", "field");
    }

    private static Refusal refused(String code, ThrowingCallable reading) {
        Refusal[] refused = new Refusal[1];
        assertThatExceptionOfType(Refusal.class).isThrownBy(reading).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
            assertThat(refusal.at()).isEqualTo(AT);
            refused[0] = refusal;
        });
        return refused[0];
    }

    @Test
    void aListIsReadWithThePlaceOfEachValue() {
        assertThat(Reads.each(List.of("2023-10-31"), "/days", Reads::day)).containsExactly(LocalDate.of(2023, 10, 31));
        assertThat(Reads.each(null, "/days", Reads::day)).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Reads.each(List.of("2023-10-31", "x"), "/days", Reads::day))
                .satisfies(refusal -> assertThat(refusal.at()).isEqualTo("/days/1"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Reads.each(Arrays.asList("2023-10-31", null), "/days", Reads::day))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("missing-field"));
        refused("list-long", () -> Reads.each(Collections.nCopies(501, "2023-10-31"), AT, Reads::day));
    }
}
