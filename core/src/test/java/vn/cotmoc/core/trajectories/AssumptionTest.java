package vn.cotmoc.core.trajectories;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;

class AssumptionTest {

    private static final Period YEAR = Period.ofYear(2024);

    @Test
    void theShareIsTheExactMeanOfThoseOfPastYears() {
        Assumption half = half("2021 90", "2021-H1 30", "2022-H1 40", "2022-H2 60");
        assertThat(half.origin()).isEqualTo(Origin.SEASONAL);
        assertThat(half.years()).containsExactly(2021, 2022);
        // (1/3 + 2/5) / 2 = 11/30
        assertThat(half.share().rounded()).isEqualByComparingTo("0.366667");
        assertThat(half.of(Amount.of(300)).orElseThrow()).hasToString("110");
    }

    @Test
    void oneCompleteYearIsNotEnough() {
        Assumption half = half("2022-H1 40", "2022-H2 60", "2023-Q1 10", "2023-Q2 20", "2023-Q3 5");
        assertThat(half.origin()).isEqualTo(Origin.LINEAR);
        assertThat(half.years()).isEmpty();
        assertThat(half.of(Amount.of(300)).orElseThrow()).hasToString("150");
    }

    @Test
    void aYearWhoseMonthsMadeLessThanNothingOrMoreThanAllDoesNotCount() {
        assertThat(half("2021 100", "2021-H1 110", "2022 100", "2022-H1 -1", "2023 100", "2023-H1 40")
                        .origin())
                .isEqualTo(Origin.LINEAR);
    }

    @Test
    void yearsLongGoneDoNotCount() {
        assertThat(half("2018 100", "2018-H1 40", "2023 100", "2023-H1 40").origin())
                .isEqualTo(Origin.LINEAR);
        assertThat(half("2019 100", "2019-H1 40", "2023 100", "2023-H1 40").origin())
                .isEqualTo(Origin.SEASONAL);
    }

    /** Only the first quarter and the year are known of past years: two of its three months bring two thirds of it. */
    @Test
    void betweenTheMonthsOfPastYearsItRisesEvenly() {
        List<Observation> known = figures("2022-Q1 20", "2022 1000", "2023-Q1 60", "2023 1000");
        assertThat(by("2024-01/2024-02", known)).isEqualByComparingTo("0.026667");
        assertThat(by("2024-Q1", known)).isEqualByComparingTo("0.04");
        assertThat(by("2024-01/2024-04", known)).isEqualByComparingTo("0.146667");
    }

    /** Of the first quarter two years are known, of the half-year two others: a line of both could fall. */
    @Test
    void allMonthsAreOfTheSameYears() {
        List<Observation> known = figures(
                "2020-Q1 90", "2020 100", "2021-Q1 90", "2021 100", "2022-H1 10", "2022 100", "2023-H1 10", "2023 100");
        assertThat(by("2024-H1", known)).isGreaterThanOrEqualTo(by("2024-Q1", known));
    }

    private static BigDecimal by(String months, List<Observation> known) {
        return Assumption.of(YEAR, Period.parse(months), known).share().rounded();
    }

    @Test
    void aTermIsAssumedByMonthsGone() {
        Assumption term = Assumption.of(Period.parse("2021/2025"), Period.parse("2021/2022"), List.of());
        assertThat(term.of(Amount.of(260_000)).orElseThrow()).hasToString("104000");
    }

    @Property
    void sharesOfAYearGrowFromMonthToMonthAndAreAlwaysBetweenNothingAndAll(
            @ForAll @Size(value = 24) List<@IntRange(max = 1000) Integer> months) {
        List<Observation> known = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            known.add(figure(
                    Period.ofMonth(YearMonth.of(2022, 1).plusMonths(i)), BigDecimal.valueOf(months.get(i) + 1L)));
        }
        BigDecimal last = BigDecimal.ZERO;
        for (int month = 1; month < 12; month++) {
            Assumption assumption = Assumption.of(YEAR, Period.yearToDate(YearMonth.of(2024, month)), known);
            assertThat(assumption.origin()).isEqualTo(Origin.SEASONAL);
            assertThat(assumption.share().reaches(BigDecimal.ONE)).isFalse();
            assertThat(assumption.share().rounded()).isGreaterThanOrEqualTo(last);
            last = assumption.share().rounded();
        }
    }

    private static Assumption half(String... figures) {
        return Assumption.of(YEAR, Period.parse("2024-H1"), figures(figures));
    }

    private static List<Observation> figures(String... figures) {
        return Stream.of(figures)
                .map(figure -> figure.split(" "))
                .map(words -> figure(Period.parse(words[0]), new BigDecimal(words[1])))
                .toList();
    }

    private static Observation figure(Period period, BigDecimal amount) {
        return new Observation(
                new UUID(0, period.hashCode()),
                "ANY",
                new UUID(0, 1),
                "",
                period,
                Calendar.CIVIL,
                ObservationStatus.OFFICIAL,
                new Amount(amount),
                period.lastDay(),
                true,
                "báo cáo",
                null,
                null,
                Instant.EPOCH,
                "nguoi-nhap");
    }
}
