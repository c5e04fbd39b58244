package vn.cotmoc.core.thresholds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    private static final CutPoints CUT_POINTS = CutPoints.OWN_DESIGN;
    private static final UUID PLACE = new UUID(1, 1);
    private static final String GROWTH = "GRDP_GROWTH";

    @Test
    void beforeTheFirstOneNothingIsInForce() {
        Thresholds thresholds = new Thresholds(List.of(province(1, "2023-01-01")));
        assertThat(thresholds.on(day("2022-12-31")).of(GROWTH, PLACE)).isEmpty();
        assertThat(thresholds.on(day("2023-01-01")).of(GROWTH, PLACE)).isPresent();
        assertThat(new Thresholds(List.of()).on(day("2023-01-01")).of(GROWTH, PLACE))
                .isEmpty();
    }

    @Test
    void aVersionHoldsFromItsDayOn() {
        Thresholds thresholds = new Thresholds(List.of(province(1, "2000-01-01"), province(2, "2023-07-01")));
        assertThat(inForce(thresholds, "2023-06-30")).isEqualTo(1);
        assertThat(inForce(thresholds, "2023-07-01")).isEqualTo(2);
        assertThat(inForce(thresholds, "2199-01-01")).isEqualTo(2);
    }

    @Test
    void ofTwoThatHoldFromTheSameDayTheNewerVersionWins() {
        Thresholds thresholds = new Thresholds(
                List.of(province(3, "2023-07-01"), province(1, "2000-01-01"), province(2, "2023-07-01")));
        assertThat(inForce(thresholds, "2023-07-01")).isEqualTo(3);
    }

    @Test
    void aBackDatedVersionHoldsUntilTheDayOfALaterOne() {
        Thresholds thresholds = new Thresholds(
                List.of(province(1, "2000-01-01"), province(2, "2023-07-01"), province(3, "2023-01-01")));
        assertThat(inForce(thresholds, "2022-12-31")).isEqualTo(1);
        assertThat(inForce(thresholds, "2023-01-01")).isEqualTo(3);
        assertThat(inForce(thresholds, "2023-06-30")).isEqualTo(3);
        assertThat(inForce(thresholds, "2023-07-01")).isEqualTo(2);
    }

    @Test
    void anIndicatorsOwnOutranksTheProvincesHoweverNewThatIs() {
        Thresholds thresholds = new Thresholds(
                List.of(province(1, "2000-01-01"), own(GROWTH, 1, "2022-01-01"), province(2, "2023-01-01")));
        assertThat(thresholds
                        .on(day("2023-06-01"))
                        .of(GROWTH, PLACE)
                        .orElseThrow()
                        .scope()
                        .indicator())
                .isEqualTo(GROWTH);
        assertThat(thresholds
                        .on(day("2023-06-01"))
                        .of("ANOTHER", PLACE)
                        .orElseThrow()
                        .scope()
                        .indicator())
                .isNull();
    }

    @Test
    void untilAnIndicatorsOwnBeginsTheProvincesHolds() {
        Thresholds thresholds = new Thresholds(List.of(province(1, "2000-01-01"), own(GROWTH, 1, "2023-07-01")));
        assertThat(thresholds
                        .on(day("2023-06-30"))
                        .of(GROWTH, PLACE)
                        .orElseThrow()
                        .scope()
                        .indicator())
                .isNull();
        assertThat(thresholds
                        .on(day("2023-07-01"))
                        .of(GROWTH, PLACE)
                        .orElseThrow()
                        .scope()
                        .indicator())
                .isEqualTo(GROWTH);
    }

    @Test
    void whoHasNoneOfItsOwnIsRatedByTheNations() {
        Thresholds thresholds = new Thresholds(List.of(
                nation(1, "2000-01-01"),
                nation(2, "2024-01-01"),
                province(1, "2023-01-01"),
                own(GROWTH, 1, "2023-07-01")));
        assertThat(holding(thresholds, "2022-12-31")).isEqualTo(nation(1, "2000-01-01"));
        assertThat(holding(thresholds, "2023-06-30")).isEqualTo(province(1, "2023-01-01"));
        assertThat(holding(thresholds, "2024-02-01")).isEqualTo(own(GROWTH, 1, "2023-07-01"));
        assertThat(thresholds.on(day("2024-02-01")).of("ANOTHER", PLACE))
                .as("however new the nation's is")
                .contains(province(1, "2023-01-01"));
    }

    @Test
    void whatIsWithdrawnLeavesTheLevelAboveUntilItIsSetAgain() {
        Threshold growth = own(GROWTH, 1, "2022-01-01");
        Threshold common = province(1, "2021-01-01");
        Thresholds thresholds = new Thresholds(List.of(
                nation(1, "2000-01-01"),
                common,
                withdrawn(common, 2, "2023-01-01"),
                growth,
                withdrawn(growth, 2, "2022-07-01"),
                own(GROWTH, 3, "2024-01-01")));
        assertThat(holding(thresholds, "2022-06-30")).isEqualTo(growth);
        assertThat(holding(thresholds, "2022-07-01")).isEqualTo(common);
        assertThat(holding(thresholds, "2023-01-01")).isEqualTo(nation(1, "2000-01-01"));
        assertThat(holding(thresholds, "2024-01-01")).isEqualTo(own(GROWTH, 3, "2024-01-01"));
        assertThat(thresholds.on(day("2023-01-01")).of(Scope.PROVINCE)).isEmpty();
        assertThat(thresholds.after(day("2022-12-31")))
                .containsExactly(withdrawn(common, 2, "2023-01-01"), own(GROWTH, 3, "2024-01-01"));
    }

    @Test
    void whatTheNationSetsChangesNoRunOfAProvinceWithADefaultOfItsOwn() {
        Thresholds before = new Thresholds(List.of(nation(1, "2000-01-01"), province(1, "2000-01-01")));
        Thresholds after =
                new Thresholds(List.of(nation(1, "2000-01-01"), nation(2, "2001-01-01"), province(1, "2000-01-01")));
        assertThat(after.on(day("2023-01-01")).identifiers())
                .isEqualTo(before.on(day("2023-01-01")).identifiers());
        Thresholds inheriting = new Thresholds(List.of(nation(1, "2000-01-01"), nation(2, "2001-01-01")));
        assertThat(inheriting.on(day("2023-01-01")).identifiers())
                .containsExactly(nation(2, "2001-01-01").id());
    }

    @Test
    void anotherNationsRatesOnlyTheRunsThatWereMadeByIt() {
        Threshold elsewhere = nation(7, "2020-01-01");
        Thresholds thresholds = new Thresholds(List.of(nation(1, "2000-01-01")), List.of(elsewhere));
        assertThat(holding(thresholds, "2023-01-01")).isEqualTo(nation(1, "2000-01-01"));
        assertThat(thresholds.only(Set.of(elsewhere.id())).of(GROWTH, PLACE)).contains(elsewhere);
    }

    @Test
    void theNewestVersionOfAScopeIsTheOneToEdit() {
        Thresholds thresholds = new Thresholds(
                List.of(province(2, "2023-07-01"), province(3, "2023-01-01"), own(GROWTH, 1, "2022-01-01")));
        assertThat(thresholds.newest(Scope.PROVINCE).orElseThrow().version()).isEqualTo(3);
        assertThat(thresholds.newest(new Scope.Indicator(GROWTH)).orElseThrow().version())
                .isEqualTo(1);
        assertThat(thresholds.newest(new Scope.Indicator("ANOTHER"))).isEmpty();
    }

    @Test
    void anIndicatorsOwnInAPlaceOutranksItsOwnEverywhereAndOnlyThere() {
        Thresholds thresholds = new Thresholds(
                List.of(province(1, "2000-01-01"), inPlace(1, "2023-01-01"), own(GROWTH, 1, "2022-01-01")));
        assertThat(thresholds
                        .on(day("2023-06-01"))
                        .of(GROWTH, PLACE)
                        .orElseThrow()
                        .scope()
                        .area())
                .isEqualTo(PLACE);
        assertThat(thresholds.on(day("2022-06-01")).of(GROWTH, PLACE).orElseThrow())
                .as("before it begins")
                .isEqualTo(own(GROWTH, 1, "2022-01-01"));
        assertThat(thresholds.on(day("2023-06-01")).of(GROWTH, new UUID(2, 2)).orElseThrow())
                .isEqualTo(own(GROWTH, 1, "2022-01-01"));
        assertThat(thresholds.on(day("2023-06-01")).of("ANOTHER", PLACE).orElseThrow())
                .isEqualTo(province(1, "2000-01-01"));
        assertThat(thresholds.newest(new Scope.Place(GROWTH, PLACE))).contains(inPlace(1, "2023-01-01"));
    }

    @Test
    void whatHoldsIsToldApartFromWhatIsComingAndWhatWasReplaced() {
        Threshold first = province(1, "2000-01-01");
        Threshold mistaken = province(2, "2030-01-01");
        Threshold instead = province(3, "2030-01-01");
        Threshold later = province(4, "2031-01-01");
        Threshold own = own(GROWTH, 1, "2023-07-01");
        Threshold there = inPlace(1, "2029-01-01");
        Thresholds thresholds = new Thresholds(List.of(later, instead, there, own, mistaken, first));
        InForce today = thresholds.on(day("2026-11-24"));
        assertThat(today.of(Scope.PROVINCE)).contains(first);
        assertThat(today.ofIndicators()).containsExactly(own);
        assertThat(today.ofAreas()).isEmpty();
        assertThat(thresholds.after(day("2026-11-24"))).containsExactly(there, instead, later);
        assertThat(thresholds.after(day("2030-01-01"))).containsExactly(later);
        assertThat(thresholds.history()).containsExactly(later, instead, mistaken, first, own, there);
        assertThat(thresholds.on(day("1999-12-31")).of(Scope.PROVINCE)).isEmpty();
    }

    @Property
    void whatHoldsLaterIsWhatHeldBeforeWithWhatHasComeSince(
            @ForAll @Size(max = 8) List<@From("days") LocalDate> begins,
            @ForAll("days") LocalDate one,
            @ForAll("days") LocalDate other) {
        Thresholds thresholds = new Thresholds(IntStream.range(0, begins.size())
                .mapToObj(i -> province(i + 1, begins.get(i).toString()))
                .toList());
        LocalDate earlier = one.isBefore(other) ? one : other;
        LocalDate later = one.isBefore(other) ? other : one;
        assertThat(thresholds.on(later).of(Scope.PROVINCE))
                .isEqualTo(thresholds.after(earlier).stream()
                        .filter(coming -> !coming.validFrom().isAfter(later))
                        .reduce((first, second) -> second)
                        .or(() -> thresholds.on(earlier).of(Scope.PROVINCE)));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 9).map(day("2030-01-01")::plusDays);
    }

    private static Threshold holding(Thresholds thresholds, String day) {
        return thresholds.on(day(day)).of(GROWTH, PLACE).orElseThrow();
    }

    private static int inForce(Thresholds thresholds, String day) {
        return thresholds.on(day(day)).of(GROWTH, PLACE).orElseThrow().version();
    }

    private static Threshold province(int version, String validFrom) {
        return threshold(Scope.PROVINCE, version, validFrom);
    }

    private static Threshold inPlace(int version, String validFrom) {
        return threshold(new Scope.Place(GROWTH, PLACE), version, validFrom);
    }

    private static Threshold own(String indicator, int version, String validFrom) {
        return threshold(new Scope.Indicator(indicator), version, validFrom);
    }

    private static Threshold nation(int version, String validFrom) {
        return threshold(Scope.NATION, version, validFrom);
    }

    private static Threshold withdrawn(Threshold own, int version, String validFrom) {
        Threshold last = threshold(own.scope(), version, validFrom);
        return new Threshold(
                last.id(),
                last.scope(),
                version,
                CUT_POINTS,
                true,
                last.validFrom(),
                "thử",
                last.recordedAt(),
                "nguoi-sua");
    }

    private static Threshold threshold(Scope scope, int version, String validFrom) {
        return new Threshold(
                new UUID(scope.hashCode(), version),
                scope,
                version,
                CUT_POINTS,
                false,
                day(validFrom),
                "thử",
                Instant.EPOCH.plusSeconds(version),
                "nguoi-sua");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
