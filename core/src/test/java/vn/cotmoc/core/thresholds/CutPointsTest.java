package vn.cotmoc.core.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.refusals.Refusal;

class CutPointsTest {

    @ParameterizedTest
    @CsvSource({
        "0.999999, 0.95,     1,        0.9,      0.05,     /exceededFrom",
        "-1,       0.95,     1,        0.9,      0.05,     /exceededFrom",
        "100,      0.95,     1,        0.9,      0.05,     /exceededFrom",
        "1.05,     1,        1,        0.9,      0.05,     /nearlyFrom",
        "1.05,     0,        1,        0.9,      0.05,     /nearlyFrom",
        "1.05,     -0.5,     1,        0.9,      0.05,     /nearlyFrom",
        "1.05,     0.95,     0,        0,        0.05,     /onTrackFrom",
        "1.05,     0.95,     100,      0.9,      0.05,     /onTrackFrom",
        "1.05,     0.95,     1,        1,        0.05,     /behindFrom",
        "1.05,     0.95,     1,        1.000001, 0.05,     /behindFrom",
        "1.05,     0.95,     1,        -0.1,     0.05,     /behindFrom",
        "1.05,     0.95,     1,        -0.2,     0.05,     /behindFrom"
    })
    void cutPointsThatWouldLeaveAGapOrOverlapAreRefusedNamingThePlace(
            String exceeded, String nearly, String onTrack, String behind, String tolerance, String at) {
        refused("threshold-order", exceeded, nearly, onTrack, behind, tolerance, at);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0500001, 0.95,      1,         0.9,       0.05,      /exceededFrom",
        "1.05,      0.9500001, 1,         0.9,       0.05,      /nearlyFrom",
        "1.05,      0.95,      1.0000001, 0.9,       0.05,      /onTrackFrom",
        "1.05,      0.95,      1,         0.9000001, 0.05,      /behindFrom",
        "1.05,      0.95,      1,         0.9,       0.0500001, /tolerance"
    })
    void moreDigitsThanAreKeptAreRefusedNotRounded(
            String exceeded, String nearly, String onTrack, String behind, String tolerance, String at) {
        refused("threshold-digits", exceeded, nearly, onTrack, behind, tolerance, at);
    }

    @ParameterizedTest
    @CsvSource({"1", "-0.01"})
    void aToleranceBoundsNoBandAndIsRefusedWithoutSpeakingOfBands(String tolerance) {
        refused("threshold-range", "1.05", "0.95", "1", "0.9", tolerance, "/tolerance");
    }

    @Test
    void theRefusalSaysBetweenWhatItMustLie() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cutPoints("1.05", "0.95", "1", "1.2", "0.05"))
                .satisfies(refusal -> assertThat(refusal.values())
                        .containsEntry("value", new BigDecimal("1.2"))
                        .containsEntry("from", BigDecimal.ZERO)
                        .containsEntry("below", BigDecimal.ONE));
    }

    @Test
    void theWidestAndTheNarrowestAreTaken() {
        cutPoints("1", "0.000001", "0.000001", "0", "0");
        cutPoints("99.999999", "0.999999", "99.999999", "99.999998", "0.999999");
    }

    @Test
    void zerosAtTheEndMakeNoDifferenceSoThatAReplayHashesAlike() {
        CutPoints short_ = cutPoints("1.05", "0.95", "1", "0.9", "0");
        assertThat(cutPoints("1.050000", "0.950000", "1.000000", "0.900000", "0.000000"))
                .isEqualTo(short_)
                .hasToString(short_.toString());
        assertThat(cutPoints("20", "0.95", "10", "0.9", "0").exceededFrom().toString())
                .isEqualTo("20");
    }

    private static void refused(
            String code, String exceeded, String nearly, String onTrack, String behind, String tolerance, String at) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cutPoints(exceeded, nearly, onTrack, behind, tolerance))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.at()).isEqualTo(at);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "0.2,       0.2,       2,   /openFrom",
        "0.2,       0.3,       2,   /openFrom",
        "0.8,       0,         2,   /openFrom",
        "1.000001,  0.2,       2,   /likelyFrom",
        "0.000001,  0.0000001, 2,   /openFrom",
        "0.000001,  0.000001,  2,   /likelyFrom",
        "0.8,       0.2,       0,   /staleFrom",
        "0.8,       0.2,       121, /staleFrom"
    })
    void bandsOfTheForecastLeaveNoGapEither(String likely, String open, int stale, String at) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> forecast(likely, open, stale))
                .satisfies(refusal -> assertThat(refusal.at()).isEqualTo(at));
    }

    @Test
    void theWidestAndTheNarrowestOfTheForecastAreTaken() {
        forecast("1", "0.999999", 1);
        forecast("0.000002", "0.000001", 120);
    }

    private static CutPoints forecast(String likely, String open, int stale) {
        return new CutPoints(
                new BigDecimal("1.05"),
                new BigDecimal("0.95"),
                BigDecimal.ONE,
                new BigDecimal("0.9"),
                BigDecimal.ZERO,
                new BigDecimal(likely),
                new BigDecimal(open),
                stale);
    }

    private static CutPoints cutPoints(
            String exceeded, String nearly, String onTrack, String behind, String tolerance) {
        return new CutPoints(
                new BigDecimal(exceeded),
                new BigDecimal(nearly),
                new BigDecimal(onTrack),
                new BigDecimal(behind),
                new BigDecimal(tolerance),
                new BigDecimal("0.8"),
                new BigDecimal("0.2"),
                2);
    }
}
