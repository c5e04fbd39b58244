package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.cotmoc.core.scoring.Lines.decimal;

import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;
import vn.cotmoc.core.targets.CeilingIndex;
import vn.cotmoc.core.targets.RangeMet;
import vn.cotmoc.core.targets.Yardstick;
import vn.cotmoc.core.thresholds.CutPoints;

/** What is kept of a target decides, once it is read again, what it decided before, under whatever cut points. */
class UndecidedTest {

    private static final UUID TARGET = new UUID(1, 2);

    @Property
    void whatIsReadBackIsWhatWasWritten(@ForAll("undecided") Undecided undecided) {
        assertThat(Undecided.parse(undecided.text())).isEqualTo(undecided);
    }

    @Property
    void itIsTheSameByOtherCutPointsExactlyWhenItsFactsAre(
            @ForAll("undecided") Undecided undecided, @ForAll("cuts") CutPoints one, @ForAll("cuts") CutPoints other) {
        assertThat(undecided.isSameBy(one, other))
                .isEqualTo(undecided.facts(TARGET, one).equals(undecided.facts(TARGET, other)));
    }

    /** A third of three lies on 1/3 for no decimal; 1.05 exactly on its cut point is in the band above. */
    @Test
    void bandsAreDecidedOnExactNumbersAlsoAfterReading() {
        Undecided read =
                Undecided.parse(of(ratio("7", "21"), ratio("105", "100"), 0.8).text());
        TargetFacts facts = read.facts(TARGET, cut("1.05", "0.333333", "1.05"));
        assertThat(facts.endBand()).isEqualTo(EndBand.NEARLY);
        assertThat(facts.paceBand()).isEqualTo(PaceBand.ON_TRACK);
        assertThat(facts.forecastBand()).as("0.8 as a double is a little more").isEqualTo(ForecastBand.LIKELY);
        assertThat(read.facts(TARGET, cut("1.05", "0.333334", "1.050001")))
                .extracting(TargetFacts::endBand, TargetFacts::paceBand)
                .containsExactly(EndBand.BELOW, PaceBand.BEHIND);
    }

    @Test
    void whatIsAskedNearlyHoldsByItsOwnToleranceOnly() {
        Undecided near = new Undecided(
                Phase.ENDED,
                Evidence.FULL,
                Fulfilment.MET,
                Optional.empty(),
                Optional.empty(),
                PaceBand.NO_PACE,
                null,
                ReachBand.NO_REACH,
                3,
                Change.USUAL,
                Agreement.AGREED,
                new Yardstick(decimal("0.050"), RangeMet.OR_BETTER, CeilingIndex.TWO_MINUS));
        assertThat(near.holdsBy(CutPoints.OWN_DESIGN)).isTrue();
        assertThat(near.holdsBy(tolerant("0.06"))).isFalse();
        assertThat(of(ratio("1", "2"), ratio("1", "2"), 0.5).holdsBy(tolerant("0.06")))
                .isTrue();
        assertThat(near.facts(TARGET, CutPoints.OWN_DESIGN).age()).isEqualTo(Age.STALE);
    }

    @Test
    void aTextOfAnotherMakingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Undecided.parse("ENDED FULL MET"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Undecided.parse(
                        of(ratio("1", "2"), ratio("1", "2"), 0.5).text().replace("FULL", "SOME")));
    }

    @Provide
    Arbitrary<Undecided> undecided() {
        Arbitrary<Optional<Ratio>> ratios = Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(decimal("-3"), decimal("30"))
                                .ofScale(6),
                        Arbitraries.bigDecimals()
                                .between(decimal("0.000001"), decimal("20"))
                                .ofScale(6))
                .as(Ratio::new)
                .optional(0.8);
        return Combinators.combine(
                        Arbitraries.of(Phase.values()),
                        Arbitraries.of(Evidence.values()),
                        Arbitraries.of(Fulfilment.values()),
                        ratios,
                        ratios,
                        Combinators.combine(
                                        Arbitraries.of(PaceBand.values()),
                                        Arbitraries.doubles().between(0, 1).injectNull(0.2),
                                        Arbitraries.of(ReachBand.values()),
                                        Arbitraries.integers().between(0, 130).injectNull(0.2),
                                        Arbitraries.of(Change.values()),
                                        Arbitraries.of(Agreement.values()),
                                        yardsticks().injectNull(0.5))
                                .as(Rest::new))
                .as((phase, evidence, fulfilment, attainment, pace, rest) -> new Undecided(
                        phase,
                        evidence,
                        fulfilment,
                        attainment,
                        pace,
                        rest.without,
                        rest.probability,
                        rest.reach,
                        rest.late,
                        rest.change,
                        rest.agreement,
                        rest.yardstick));
    }

    private static Arbitrary<Yardstick> yardsticks() {
        return Combinators.combine(
                        Arbitraries.of(decimal("0.05"), decimal("0")),
                        Arbitraries.of(RangeMet.values()),
                        Arbitraries.of(CeilingIndex.values()))
                .as(Yardstick::new);
    }

    private record Rest(
            PaceBand without,
            Double probability,
            ReachBand reach,
            Integer late,
            Change change,
            Agreement agreement,
            Yardstick yardstick) {}

    @Provide
    Arbitrary<CutPoints> cuts() {
        return Combinators.combine(
                        Arbitraries.of("1", "1.05", "1.5", "10"),
                        Arbitraries.of("0.5", "0.95"),
                        Arbitraries.of("0.9", "1", "2"),
                        Arbitraries.of("0.6", "0.8", "1"),
                        Arbitraries.of("0.1", "0.5"),
                        Arbitraries.of(1, 2, 120))
                .as((exceeded, nearly, onTrack, likely, open, stale) -> new CutPoints(
                        decimal(exceeded),
                        decimal(nearly),
                        decimal(onTrack),
                        decimal("0.5"),
                        decimal("0.05"),
                        decimal(likely),
                        decimal(open),
                        stale));
    }

    private static Undecided of(Ratio attainment, Ratio pace, double probability) {
        return new Undecided(
                Phase.ENDED,
                Evidence.FULL,
                Fulfilment.MET,
                Optional.of(attainment),
                Optional.of(pace),
                PaceBand.NO_PACE,
                probability,
                ReachBand.WITHIN,
                null,
                Change.USUAL,
                Agreement.AGREED,
                null);
    }

    private static Ratio ratio(String numerator, String denominator) {
        return new Ratio(decimal(numerator), decimal(denominator));
    }

    private static CutPoints cut(String exceededFrom, String nearlyFrom, String onTrackFrom) {
        return new CutPoints(
                decimal(exceededFrom),
                decimal(nearlyFrom),
                decimal(onTrackFrom),
                decimal("0.5"),
                decimal("0.05"),
                decimal("0.8"),
                decimal("0.2"),
                2);
    }

    private static CutPoints tolerant(String tolerance) {
        CutPoints own = CutPoints.OWN_DESIGN;
        return new CutPoints(
                own.exceededFrom(),
                own.nearlyFrom(),
                own.onTrackFrom(),
                own.behindFrom(),
                decimal(tolerance),
                own.likelyFrom(),
                own.openFrom(),
                own.staleFrom());
    }
}
