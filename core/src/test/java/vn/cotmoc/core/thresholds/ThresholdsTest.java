package vn.cotmoc.core.thresholds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
                        .indicator())
                .isEqualTo(GROWTH);
        assertThat(thresholds
                        .on(day("2023-06-01"))
                        .of("ANOTHER", PLACE)
                        .orElseThrow()
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
                        .indicator())
                .isNull();
        assertThat(thresholds
                        .on(day("2023-07-01"))
                        .of(GROWTH, PLACE)
                        .orElseThrow()
                        .indicator())
                .isEqualTo(GROWTH);
    }

    @Test
    void theNewestVersionOfAScopeIsTheOneToEdit() {
        Thresholds thresholds = new Thresholds(
                List.of(province(2, "2023-07-01"), province(3, "2023-01-01"), own(GROWTH, 1, "2022-01-01")));
        assertThat(thresholds.newest(null, null).orElseThrow().version()).isEqualTo(3);
        assertThat(thresholds.newest(GROWTH, null).orElseThrow().version()).isEqualTo(1);
        assertThat(thresholds.newest("ANOTHER", null)).isEmpty();
    }

    @Test
    void anIndicatorsOwnInAPlaceOutranksItsOwnEverywhereAndOnlyThere() {
        Thresholds thresholds = new Thresholds(
                List.of(province(1, "2000-01-01"), inPlace(1, "2023-01-01"), own(GROWTH, 1, "2022-01-01")));
        assertThat(thresholds
                        .on(day("2023-06-01"))
                        .of(GROWTH, PLACE)
                        .orElseThrow()
                        .area())
                .isEqualTo(PLACE);
        assertThat(thresholds.on(day("2022-06-01")).of(GROWTH, PLACE).orElseThrow())
                .as("before it begins")
                .isEqualTo(own(GROWTH, 1, "2022-01-01"));
        assertThat(thresholds.on(day("2023-06-01")).of(GROWTH, new UUID(2, 2)).orElseThrow())
                .isEqualTo(own(GROWTH, 1, "2022-01-01"));
        assertThat(thresholds.on(day("2023-06-01")).of("ANOTHER", PLACE).orElseThrow())
                .isEqualTo(province(1, "2000-01-01"));
        assertThat(thresholds.newest(GROWTH, PLACE)).contains(inPlace(1, "2023-01-01"));
    }

    private static int inForce(Thresholds thresholds, String day) {
        return thresholds.on(day(day)).of(GROWTH, PLACE).orElseThrow().version();
    }

    private static Threshold province(int version, String validFrom) {
        return threshold(null, null, version, validFrom);
    }

    private static Threshold inPlace(int version, String validFrom) {
        return threshold(GROWTH, PLACE, version, validFrom);
    }

    private static Threshold own(String indicator, int version, String validFrom) {
        return threshold(indicator, null, version, validFrom);
    }

    private static Threshold threshold(@Nullable String indicator, @Nullable UUID area, int version, String validFrom) {
        return new Threshold(
                new UUID(0, version),
                indicator,
                area,
                version,
                CUT_POINTS,
                day(validFrom),
                "thử",
                Instant.EPOCH.plusSeconds(version),
                "nguoi-sua");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
