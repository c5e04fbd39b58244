package vn.cotmoc.core.periods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026,            2026-01-01, 2026-12-31",
        "2021/2025,       2021-01-01, 2025-12-31",
        "2026-H1,         2026-01-01, 2026-06-30",
        "2026-H2,         2026-07-01, 2026-12-31",
        "2026-Q1,         2026-01-01, 2026-03-31",
        "2026-Q2,         2026-04-01, 2026-06-30",
        "2026-Q3,         2026-07-01, 2026-09-30",
        "2026-Q4,         2026-10-01, 2026-12-31",
        "2024-02,         2024-02-01, 2024-02-29",
        "2026-01/2026-02, 2026-01-01, 2026-02-28",
        "2026-01/2026-10, 2026-01-01, 2026-10-31",
        "1900,            1900-01-01, 1900-12-31",
        "2199-12,         2199-12-01, 2199-12-31"
    })
    void everyFormIsReadAndWrittenAlike(String text, LocalDate firstDay, LocalDate lastDay) {
        Period period = Period.parse(text);
        assertThat(period).hasToString(text);
        assertThat(period.firstDay()).isEqualTo(firstDay);
        assertThat(period.lastDay()).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01/2026-06, 2026-H1",
        "2026-07/2026-12, 2026-H2",
        "2026-01/2026-03, 2026-Q1",
        "2026-10/2026-12, 2026-Q4",
        "2026-01/2026-12, 2026",
        "2026/2026,       2026",
        "2026-07/2026-07, 2026-07",
        "2021-01/2025-12, 2021/2025",
        "2021/2025-12,    2021/2025",
        "2026-H1/2026-12, 2026",
        "2026-Q1/2026,    2026"
    })
    void anotherSpellingIsRefusedWithTheRightOne(String text, String canonical) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessage("This period is written %s.", canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 2026",
                "2026 ",
                "26",
                "02026",
                "2026-Q5",
                "2026-Q0",
                "2026-H3",
                "2026-H0",
                "2026-q1",
                "2026-00",
                "2026-13",
                "2026-7",
                "2026-02/2026-04",
                "2026-07/2026-10",
                "2026-11/2027-02",
                "2026-03/2027",
                "2025/2021",
                "2026-05/2026-01",
                "2026-01/2026-13",
                "2026-01/2026-00",
                "1899",
                "2200",
                "2199/2200",
                "2021-2025",
                "2026/",
                "/2026",
                "２０２６",
                "2026-Q1/2026-Q2",
                "2026\n"
            })
    void whatIsNoPeriodIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(text));
    }

    @Test
    void aRefusalSaysWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse("quý 3"))
                .withMessage("A period is written 2026, 2026-H1, 2026-Q3, 2026-07, 2026-01/2026-10 or 2021/2025.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse("2026-13"))
                .withMessage("The month (13) must be 01..12.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(YearMonth.of(2026, 5), YearMonth.of(2026, 4)))
                .withMessage("A period cannot end (2026-04) before it begins (2026-05).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.ofYear(1899))
                .withMessage("A period lies between 1900 and 2199.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(YearMonth.of(2026, 2), YearMonth.of(2026, 4)))
                .withMessage("The months 2026-02 to 2026-04 are no year, term, half, quarter, month or year to date.");
    }

    @Property
    void whatIsWrittenIsReadBackAsTheSamePeriod(@ForAll("periods") Period period) {
        assertThat(Period.parse(period.toString())).isEqualTo(period);
    }

    @Property
    void anyTextIsReadCanonicallyOrRefused(@ForAll("nearlyPeriods") String text) {
        try {
            assertThat(Period.parse(text)).hasToString(text);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Property
    void theOrderIsTotalAndAgreesWithEquality(
            @ForAll("periods") Period one, @ForAll("periods") Period two, @ForAll("periods") Period three) {
        assertThat(Integer.signum(one.compareTo(two))).isEqualTo(-Integer.signum(two.compareTo(one)));
        assertThat(one.compareTo(two) == 0).isEqualTo(one.equals(two));
        if (one.compareTo(two) <= 0 && two.compareTo(three) <= 0) {
            assertThat(one).isLessThanOrEqualTo(three);
        }
    }

    @Property
    void aPeriodContainsAnotherExactlyWhenBothItsDaysLieInside(
            @ForAll("periods") Period one, @ForAll("periods") Period other) {
        assertThat(one.contains(other))
                .isEqualTo(!other.firstDay().isBefore(one.firstDay())
                        && !other.lastDay().isAfter(one.lastDay()));
    }

    @Property
    void theYearBeforeAndTheTimeJustBeforeAreAsLong(@ForAll("periods") Period period) {
        period.aYearEarlier().ifPresent(earlier -> {
            assertThat(earlier.months()).isEqualTo(period.months());
            assertThat(earlier.firstDay()).isEqualTo(period.firstDay().minusYears(1));
        });
        period.justBefore().ifPresent(before -> {
            assertThat(before.months()).isEqualTo(period.months());
            assertThat(before.lastDay().plusDays(1)).isEqualTo(period.firstDay());
        });
    }

    @Property
    void partsFollowEachOtherFromTheFirstDayToTheLast(@ForAll("periods") Period period) {
        for (int months : List.of(1, 3, 6, 12)) {
            List<Period> parts = period.parts(months);
            if (!parts.isEmpty()) {
                assertThat(parts).hasSize(period.months() / months);
                assertThat(parts.getFirst().firstDay()).isEqualTo(period.firstDay());
                assertThat(parts.getLast().lastDay()).isEqualTo(period.lastDay());
            }
        }
        assertThat(period.parts(1)).hasSize(period.months());
    }

    @Property
    void byEitherCalendarMonthsFollowWithoutGapOrOverlap(@ForAll("periods") Period period) {
        for (Calendar calendar : Calendar.values()) {
            period.justBefore()
                    .ifPresent(before ->
                            assertThat(calendar.lastDay(before).plusDays(1)).isEqualTo(calendar.firstDay(period)));
        }
    }

    @Property
    void byEitherCalendarQuartersHalvesAndYearsBeginAndEndWithTheirMonths(@ForAll("periods") Period period) {
        for (Calendar calendar : Calendar.values()) {
            for (int months : List.of(1, 3, 6, 12)) {
                List<Period> parts = period.parts(months);
                if (!parts.isEmpty()) {
                    assertThat(calendar.firstDay(parts.getFirst())).isEqualTo(calendar.firstDay(period));
                    assertThat(calendar.lastDay(parts.getLast())).isEqualTo(calendar.lastDay(period));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07,         2026-06-15, 2026-07-14",
        "2026-01,         2025-12-15, 2026-01-14",
        "2026-Q3,         2026-06-15, 2026-09-14",
        "2026-H1,         2025-12-15, 2026-06-14",
        "2026-01/2026-10, 2025-12-15, 2026-10-14",
        "2026,            2025-12-15, 2026-12-14",
        "2021/2025,       2020-12-15, 2025-12-14"
    })
    void theLegalCalendarRunsFromThe15thToThe14th(String period, LocalDate firstDay, LocalDate lastDay) {
        assertThat(Calendar.LEGAL.firstDay(Period.parse(period))).isEqualTo(firstDay);
        assertThat(Calendar.LEGAL.lastDay(Period.parse(period))).isEqualTo(lastDay);
    }

    @Example
    void ofPeriodsThatEndTogetherTheLongestComesLast() {
        List<Period> sorted = Stream.of("2025/2026", "2026-12", "2026", "2026-Q4", "2026-H2", "2026-01/2026-10", "2025")
                .map(Period::parse)
                .sorted()
                .toList();
        assertThat(sorted)
                .extracting(Period::toString)
                .containsExactly("2025", "2026-01/2026-10", "2026-12", "2026-Q4", "2026-H2", "2026", "2025/2026");
    }

    @Test
    void aTermContainsItsYearsAndAYearItsParts() {
        assertThat(Period.parse("2021/2025").contains(Period.ofYear(2025))).isTrue();
        assertThat(Period.parse("2021/2025").contains(Period.ofYear(2026))).isFalse();
        assertThat(Period.ofYear(2026).contains(Period.parse("2026-Q3"))).isTrue();
        assertThat(Period.ofYear(2026).contains(Period.ofYear(2026))).isTrue();
        assertThat(Period.parse("2026-Q3").contains(Period.ofYear(2026))).isFalse();
        assertThat(Period.parse("2026-H1").contains(Period.parse("2026-01/2026-07")))
                .isFalse();
    }

    @Test
    void itKnowsWhatSortItIs() {
        assertThat(Period.ofYear(2026).isYear()).isTrue();
        assertThat(Period.ofYear(2026).isTerm()).isFalse();
        assertThat(Period.parse("2021/2025").isTerm()).isTrue();
        assertThat(Period.parse("2021/2025").isYear()).isFalse();
        assertThat(Period.parse("2021/2025").months()).isEqualTo(60);
        assertThat(Period.yearToDate(YearMonth.of(2026, 6))).hasToString("2026-H1");
        assertThat(Period.yearToDate(YearMonth.of(2026, 12))).isEqualTo(Period.ofYear(2026));
        assertThat(Period.yearToDate(YearMonth.of(2026, 1))).isEqualTo(Period.ofMonth(YearMonth.of(2026, 1)));
        assertThat(Stream.of("2026", "2026-H1", "2026-Q1", "2026-01", "2026-01/2026-10")
                        .map(Period::parse))
                .allMatch(Period::isToDate);
        assertThat(Stream.of("2026-H2", "2026-Q2", "2026-07").map(Period::parse))
                .noneMatch(Period::isToDate);
    }

    @Provide
    Arbitrary<Period> periods() {
        Arbitrary<Integer> years = Arbitraries.integers().between(1900, 2199);
        Arbitrary<Integer> months = Arbitraries.integers().between(1, 12);
        return Arbitraries.oneOf(
                years.map(Period::ofYear),
                Combinators.combine(years, years)
                        .as((one, other) -> new Period(
                                YearMonth.of(Math.min(one, other), 1), YearMonth.of(Math.max(one, other), 12))),
                Combinators.combine(years, months).as((year, month) -> Period.ofMonth(YearMonth.of(year, month))),
                Combinators.combine(years, months).as((year, month) -> Period.yearToDate(YearMonth.of(year, month))),
                Combinators.combine(years, Arbitraries.integers().between(1, 4))
                        .as((year, quarter) -> Period.parse(year + "-Q" + quarter)),
                Combinators.combine(years, Arbitraries.integers().between(1, 2))
                        .as((year, half) -> Period.parse(year + "-H" + half)));
    }

    @Provide
    Arbitrary<String> nearlyPeriods() {
        return Arbitraries.strings()
                .withChars("0129-/HQ ")
                .ofMinLength(1)
                .ofMaxLength(16)
                .injectDuplicates(0.1);
    }
}
