package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;

class PointsTest {

    private static final Points EMULATION = points("1", "120", "0.7", "0.5", "0");

    @ParameterizedTest
    @CsvSource({
        "1000000, MET, 100",
        "1132500, MET, 113.25",
        "1500000, MET, 120",
        "970000, NOT_MET, 97",
        "700000, NOT_MET, 70",
        "699999, NOT_MET, 69.99985",
        "600000, NOT_MET, 55",
        "200000, NOT_MET, 0",
        "-50000, NOT_MET, 0",
    })
    void atTheEndAPointAPerCentThenBonusAndPenalty(long attainment, Fulfilment fulfilment, String points) {
        assertThat(EMULATION.of(Rating.MISSED, ended(fulfilment, EndBand.BELOW, attainment)))
                .isEqualTo(points);
    }

    @Test
    void whatIsMetHasAtLeastAHundredAndWhatIsNotHasAtMost() {
        assertThat(EMULATION.of(Rating.MET, ended(Fulfilment.MET, EndBand.NEARLY, 970_000)))
                .isEqualTo("100");
        assertThat(EMULATION.of(Rating.NEARLY_MET, ended(Fulfilment.NOT_MET, EndBand.EXCEEDED, 1_060_000)))
                .isEqualTo("100");
    }

    @Test
    void onTheWayThePaceCountsWithoutABonus() {
        assertThat(EMULATION.of(Rating.ON_TRACK, running(PaceBand.ON_TRACK, 1_300_000)))
                .isEqualTo("100");
        assertThat(EMULATION.of(Rating.BEHIND, running(PaceBand.BEHIND, 900_000)))
                .isEqualTo("90");
        assertThat(EMULATION.of(Rating.AT_RISK, running(PaceBand.AT_RISK, 0))).isEqualTo("0");
    }

    @Test
    void withoutARatioTheRatingsPointsStand() {
        assertThat(EMULATION.of(Rating.MET, ended(Fulfilment.MET, EndBand.NO_RATIO, 0)))
                .isEqualTo("100");
        assertThat(EMULATION.of(Rating.ON_TRACK, running(PaceBand.ON_TRACK, 0))).isEqualTo("100");
        assertThat(EMULATION.of(Rating.ON_TRACK, running(PaceBand.NO_PACE, 0))).isEqualTo("100");
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void whatLacksDataHasNoPoints(Evidence evidence) {
        TargetFacts facts = facts(evidence, Fulfilment.MET, EndBand.FULL, PaceBand.ON_TRACK, 1_000_000, 1_000_000);
        assertThat(EMULATION.of(Rating.INSUFFICIENT_DATA, facts)).isNull();
        assertThat(new Points.OfRating().of(Rating.INSUFFICIENT_DATA, facts)).isNull();
    }

    @Property
    void moreAttainmentNeverHasLessPoints(
            @ForAll @LongRange(min = -2_000_000, max = 4_000_000) long one,
            @ForAll @LongRange(min = -2_000_000, max = 4_000_000) long other,
            @ForAll Fulfilment fulfilment) {
        BigDecimal less = EMULATION.of(Rating.MET, ended(fulfilment, EndBand.FULL, Math.min(one, other)));
        BigDecimal more = EMULATION.of(Rating.MET, ended(fulfilment, EndBand.FULL, Math.max(one, other)));
        assertThat(more).isGreaterThanOrEqualTo(less).isBetween(BigDecimal.ZERO, new BigDecimal("120"));
    }

    @ParameterizedTest
    @CsvSource({"11,120,0.7,0.5,0", "1,99,0.7,0.5,0", "1,120,1.1,0.5,0", "1,120,0.7,11,0", "1,120,0.7,0.5,-1"})
    void numbersThatGiveNoScaleAreRefused(String bonus, String highest, String below, String penalty, String lowest) {
        assertThatIllegalArgumentException().isThrownBy(() -> points(bonus, highest, below, penalty, lowest));
    }

    private static Points points(String bonus, String highest, String below, String penalty, String lowest) {
        return new Points.OfAttainment(
                new BigDecimal(bonus),
                new BigDecimal(highest),
                new BigDecimal(below),
                new BigDecimal(penalty),
                new BigDecimal(lowest));
    }

    private static TargetFacts ended(Fulfilment fulfilment, EndBand band, long attainment) {
        return facts(Evidence.FULL, fulfilment, band, PaceBand.NO_PACE, attainment, 0);
    }

    private static TargetFacts running(PaceBand band, long pace) {
        return facts(Evidence.PARTIAL, Fulfilment.NOT_MET, EndBand.BELOW, band, 400_000, pace);
    }

    private static TargetFacts facts(
            Evidence evidence, Fulfilment fulfilment, EndBand endBand, PaceBand paceBand, long attainment, long pace) {
        return new TargetFacts(
                new UUID(0, 1),
                evidence == Evidence.FULL ? Phase.ENDED : Phase.RUNNING,
                evidence,
                fulfilment,
                endBand,
                paceBand,
                attainment,
                pace,
                ForecastBand.NO_FORECAST,
                ReachBand.NO_REACH,
                Age.FRESH,
                Change.USUAL,
                Agreement.AGREED);
    }
}
