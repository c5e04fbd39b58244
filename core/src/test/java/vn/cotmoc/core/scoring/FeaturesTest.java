package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.scoring.Lines.aim;
import static vn.cotmoc.core.scoring.Lines.decimal;
import static vn.cotmoc.core.scoring.Lines.endBand;
import static vn.cotmoc.core.scoring.Lines.figure;
import static vn.cotmoc.core.scoring.Lines.higher;
import static vn.cotmoc.core.scoring.Lines.line;
import static vn.cotmoc.core.scoring.Lines.lower;
import static vn.cotmoc.core.scoring.Lines.paceBand;
import static vn.cotmoc.core.targets.Comparator.AT_LEAST;
import static vn.cotmoc.core.targets.Comparator.AT_MOST;
import static vn.cotmoc.core.targets.Comparator.RANK_AT_MOST;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.thresholds.CutPoints;

class FeaturesTest {

    private static final CutPoints CUT_POINTS = CutPoints.OWN_DESIGN;
    private static final LocalDate DURING = LocalDate.of(2023, 10, 31);
    private static final LocalDate AFTER = LocalDate.of(2024, 2, 1);

    @ParameterizedTest
    @CsvSource({
        "105.000001, EXCEEDED",
        "105,        EXCEEDED",
        "104.999999, FULL",
        "100,        FULL",
        "99.999999,  NEARLY",
        "95,         NEARLY",
        "94.999999,  BELOW",
        "0,          BELOW"
    })
    void endBandsAreHalfOpenExactlyOnTheirCutPoints(String actual, EndBand band) {
        assertThat(endBand(ofYear(actual))).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "50,        ON_TRACK",
        "49.999999, BEHIND",
        "45,        BEHIND",
        "44.999999, AT_RISK",
        "0,         AT_RISK"
    })
    void paceBandsAreHalfOpenExactlyOnTheirCutPoints(String actualOfTheFirstHalf, PaceBand band) {
        Features features = features(higher(MeasureKind.FLOW), "100", figure("2023-H1", actualOfTheFirstHalf));
        assertThat(paceBand(features)).isEqualTo(band);
    }

    /** 70 of 84 in ten months of twelve is exactly on track, though neither 70/84 nor 10/12 can be written out. */
    @Test
    void aPaceExactlyOnACutPointIsOnItThoughNoDecimalWouldSaySo() {
        Features features = features(higher(MeasureKind.FLOW), "84", figure("2023-01/2023-10", "70"));
        assertThat(paceBand(features)).isEqualTo(PaceBand.ON_TRACK);
        assertThat(facts(features, line(higher(MeasureKind.FLOW), aim(AT_LEAST, "84"), "2023"))
                        .paceMicros())
                .isEqualTo(1_000_000);
        assertThat(paceBand(features(higher(MeasureKind.FLOW), "84", figure("2023-01/2023-10", "69.999999"))))
                .isEqualTo(PaceBand.BEHIND);
    }

    @Property
    void whateverTheTargetAValueOnACutPointBelongsToTheBandThatBeginsThere(
            @ForAll @LongRange(min = 1, max = 99_999_999_999L) long target,
            @ForAll @BigRange(min = "1", max = "9.999") @Scale(3) BigDecimal exceeded,
            @ForAll @BigRange(min = "0.001", max = "0.999") @Scale(3) BigDecimal nearly) {
        CutPoints cutPoints = Lines.cutPoints(exceeded, nearly);
        BigDecimal amount = BigDecimal.valueOf(target);
        BigDecimal smallest = decimal("0.000001");
        assertThat(band(amount.multiply(exceeded), target, cutPoints)).isEqualTo(EndBand.EXCEEDED);
        assertThat(band(amount.multiply(exceeded).subtract(smallest), target, cutPoints))
                .isNotEqualTo(EndBand.EXCEEDED);
        assertThat(band(amount.multiply(nearly), target, cutPoints)).isEqualTo(EndBand.NEARLY);
        assertThat(band(amount.multiply(nearly).subtract(smallest), target, cutPoints))
                .isEqualTo(EndBand.BELOW);
    }

    @Test
    void aLimitHalfUsedUpInAThirdOfTheYearIsAtRisk() {
        Features features = features(
                line(lower(MeasureKind.FLOW), aim(AT_MOST, "120"), "2023"), DURING, figure("2023-01/2023-04", "60"));
        assertThat(features.measurement().fulfilment()).as("not used up yet").isEqualTo(Fulfilment.MET);
        assertThat(paceBand(features)).isEqualTo(PaceBand.AT_RISK);
        assertThat(features.pace().orElseThrow().percent()).isEqualTo("50.00");
        Features thrifty = features(
                line(lower(MeasureKind.FLOW), aim(AT_MOST, "120"), "2023"), DURING, figure("2023-01/2023-04", "40"));
        assertThat(paceBand(thrifty)).isEqualTo(PaceBand.ON_TRACK);
    }

    @Test
    void whatHasNoRatioFallsInNoBand() {
        Features rank =
                features(line(lower(MeasureKind.RANK), aim(RANK_AT_MOST, "10"), "2023"), AFTER, figure("2023", "9"));
        assertThat(endBand(rank)).isEqualTo(EndBand.NO_RATIO);
        assertThat(paceBand(rank)).isEqualTo(PaceBand.NO_PACE);
        assertThat(rank.measurement().fulfilment()).isEqualTo(Fulfilment.MET);
        TargetFacts facts = facts(rank, line(lower(MeasureKind.RANK), aim(RANK_AT_MOST, "10"), "2023"));
        assertThat(facts.attainmentMicros()).isZero();
        assertThat(facts.paceMicros()).isZero();
    }

    @Test
    void aQuartersGrowthIsNotComparedWithTheYears() {
        Features features = features(higher(MeasureKind.RATE), "10", figure("2023-Q1", "8.8"));
        assertThat(features.reading().evidence()).isEqualTo(Evidence.INCOMPARABLE);
        assertThat(features.measurement()).isEqualTo(Measurement.NOTHING);
        assertThat(endBand(features)).isEqualTo(EndBand.NO_RATIO);
    }

    @Test
    void withoutAFigureNothingIsMeasured() {
        Features features = features(higher(MeasureKind.FLOW), "10");
        assertThat(features.measurement()).isEqualTo(Measurement.NOTHING);
        assertThat(endBand(features)).isEqualTo(EndBand.NO_RATIO);
        assertThat(paceBand(features)).isEqualTo(PaceBand.NO_PACE);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-12-31, AHEAD",
        "2023-01-01, RUNNING",
        "2023-12-30, RUNNING",
        "2023-12-31, ENDED",
        "2024-01-01, ENDED"
    })
    void aPeriodRunsFromItsFirstDayAndHasEndedOnItsLast(LocalDate day, Phase phase) {
        assertThat(features(line(higher(MeasureKind.FLOW), aim(AT_LEAST, "10"), "2023"), day)
                        .phase())
                .isEqualTo(phase);
    }

    @Test
    void theFactsAreRoundedOnlyAfterBanding() {
        Features features = ofYear("104.999999");
        assertThat(facts(features, line(higher(MeasureKind.FLOW), aim(AT_LEAST, "100"), "2023"))
                        .attainmentMicros())
                .isEqualTo(1_050_000);
        assertThat(endBand(features)).isEqualTo(EndBand.FULL);
    }

    private static TargetFacts facts(Features features, TargetLine line) {
        Signals signals = Signals.of(
                line, features.reading(), List.of(), List.of(line), CUT_POINTS.yardstick(), Limits.OWN_DESIGN, DURING);
        return features.undecided(signals, null).facts(line.target().id(), CUT_POINTS);
    }

    private static EndBand band(BigDecimal actual, long target, CutPoints cutPoints) {
        Features features = Features.of(
                line(higher(MeasureKind.FLOW), aim(AT_LEAST, String.valueOf(target)), "2023"),
                null,
                List.of(figure("2023", actual.toPlainString())),
                cutPoints.yardstick(),
                AFTER);
        return EndBand.of(features.measurement().attainment(), cutPoints);
    }

    private static Features ofYear(String actual) {
        return features(line(higher(MeasureKind.FLOW), aim(AT_LEAST, "100"), "2023"), AFTER, figure("2023", actual));
    }

    private static Features features(Indicator indicator, String target, Observation... known) {
        return features(line(indicator, aim(AT_LEAST, target), "2023"), DURING, known);
    }

    private static Features features(TargetLine line, LocalDate day, Observation... known) {
        return Features.of(line, null, List.of(known), CUT_POINTS.yardstick(), day);
    }
}
