package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;
import vn.cotmoc.core.targets.CeilingIndex;
import vn.cotmoc.core.targets.RangeMet;
import vn.cotmoc.core.targets.Yardstick;
import vn.cotmoc.core.thresholds.CutPoints;

/**
 * What is known of a target before cut points decide its bands, exact: others are laid against it without looking at figures again.
 *
 * @param attainment actual against target
 * @param pace attainment against what is expected by now
 * @param wayWithoutPace the band on the way where what is expected by now gives no ratio
 * @param probability of attaining the aim, not rounded; null without a forecast
 * @param late periods of the indicator's cadence without a figure; null if there never was one
 * @param yardstick by which it was found, where another one may find otherwise: something is asked whose words leave it open; else null
 */
record Undecided(
        Phase phase,
        Evidence evidence,
        Fulfilment fulfilment,
        Optional<Ratio> attainment,
        Optional<Ratio> pace,
        PaceBand wayWithoutPace,
        @Nullable Double probability,
        ReachBand reach,
        @Nullable Integer late,
        Change change,
        Agreement agreement,
        @Nullable Yardstick yardstick) {

    private static final String NONE = "-";
    private static final int PARTS = 12;

    /** Whether it holds by these cut points too; else the figures must be asked. */
    boolean holdsBy(CutPoints cut) {
        return yardstick == null || yardstick.isSameAs(cut.yardstick());
    }

    /** Whether both decide the same. */
    boolean isSameBy(CutPoints one, CutPoints other) {
        return EndBand.of(attainment, one) == EndBand.of(attainment, other)
                && PaceBand.of(pace, wayWithoutPace, one) == PaceBand.of(pace, wayWithoutPace, other)
                && ForecastBand.of(probability, one) == ForecastBand.of(probability, other)
                && Age.of(late, one.staleFrom()) == Age.of(late, other.staleFrom());
    }

    /** What the rules may know of the target. */
    TargetFacts facts(UUID target, CutPoints cut) {
        return new TargetFacts(
                target,
                phase,
                evidence,
                fulfilment,
                EndBand.of(attainment, cut),
                PaceBand.of(pace, wayWithoutPace, cut),
                attainment.map(Ratio::micros).orElse(0L),
                pace.map(Ratio::micros).orElse(0L),
                ForecastBand.of(probability, cut),
                reach,
                Age.of(late, cut.staleFrom()),
                change,
                agreement);
    }

    /** As it is kept beside a finding: {@code PARTIAL RUNNING … 3518/5000 …}, a word each. */
    String text() {
        return new StringJoiner(" ")
                .add(phase.name())
                .add(evidence.name())
                .add(fulfilment.name())
                .add(text(attainment))
                .add(text(pace))
                .add(wayWithoutPace.name())
                .add(probability == null ? NONE : probability.toString())
                .add(reach.name())
                .add(late == null ? NONE : late.toString())
                .add(change.name())
                .add(agreement.name())
                .add(text(yardstick))
                .toString();
    }

    private static String text(Optional<Ratio> ratio) {
        return ratio.map(exact -> exact.numerator() + "/" + exact.denominator()).orElse(NONE);
    }

    /** @throws IllegalArgumentException for what {@link #text} did not write */
    static Undecided parse(String text) {
        String[] parts = text.split(" ");
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("'%s' has not %d parts.".formatted(text, PARTS));
        }
        return new Undecided(
                Phase.valueOf(parts[0]),
                Evidence.valueOf(parts[1]),
                Fulfilment.valueOf(parts[2]),
                ratio(parts[3]),
                ratio(parts[4]),
                PaceBand.valueOf(parts[5]),
                parts[6].equals(NONE) ? null : Double.valueOf(parts[6]),
                ReachBand.valueOf(parts[7]),
                parts[8].equals(NONE) ? null : Integer.valueOf(parts[8]),
                Change.valueOf(parts[9]),
                Agreement.valueOf(parts[10]),
                yardstick(parts[11]));
    }

    private static String text(@Nullable Yardstick yardstick) {
        return yardstick == null
                ? NONE
                : String.join(
                        "/",
                        yardstick.tolerance().toPlainString(),
                        yardstick.rangeMet().code(),
                        yardstick.ceilingIndex().code());
    }

    private static @Nullable Yardstick yardstick(String text) {
        if (text.equals(NONE)) {
            return null;
        }
        String[] parts = text.split("/");
        return new Yardstick(
                new BigDecimal(parts[0]),
                Coded.read(RangeMet.class, parts[1]),
                Coded.read(CeilingIndex.class, parts[2]));
    }

    private static Optional<Ratio> ratio(String text) {
        if (text.equals(NONE)) {
            return Optional.empty();
        }
        int stroke = text.indexOf('/');
        return Optional.of(
                new Ratio(new BigDecimal(text.substring(0, stroke)), new BigDecimal(text.substring(stroke + 1))));
    }
}
