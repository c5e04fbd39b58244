package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.thresholds.CutPoints;
import vn.cotmoc.core.trajectories.Trajectory;

/**
 * Everything computed of one target before any rule: the figure that counts, how it compares, which bands it falls in.
 *
 * @param expected what is expected of a figure on the way
 * @param pace attainment against what is expected by now
 * @param behind actual minus what is expected by now in percentage points, for stated rates and shares
 */
record Features(
        Phase phase,
        Reading reading,
        Measurement measurement,
        EndBand endBand,
        Optional<Expectation> expected,
        PaceBand paceBand,
        Optional<Ratio> pace,
        Optional<BigDecimal> behind) {

    /**
     * @param trajectory in force on the day
     * @param known vintages of the target's indicator, place and part, known on the day
     */
    static Features of(
            TargetLine line,
            @Nullable Trajectory trajectory,
            List<Observation> known,
            CutPoints cutPoints,
            LocalDate day) {
        Period period = line.target().period();
        Reading reading = reading(line, trajectory, known);
        Amount actual = reading.amount();
        boolean comparable = reading.evidence() == Evidence.FULL || reading.evidence() == Evidence.PARTIAL;
        Measurement measurement =
                actual == null || !comparable ? Measurement.NOTHING : measurement(line, reading, actual, cutPoints);
        Optional<Expectation> expectation = Expectation.of(line, trajectory, reading, known);
        Optional<Progress> progress = actual == null
                ? Optional.empty()
                : expectation.map(expected -> Progress.of(line, actual, expected, cutPoints));
        return new Features(
                phase(period, day),
                reading,
                measurement,
                measurement.attainment().map(a -> endBand(a, cutPoints)).orElse(EndBand.NO_RATIO),
                expectation,
                progress.map(Progress::band).orElse(PaceBand.NO_PACE),
                progress.flatMap(Progress::pace),
                progress.flatMap(Progress::difference));
    }

    private record Progress(PaceBand band, Optional<Ratio> pace, Optional<BigDecimal> difference) {

        static Progress of(TargetLine line, Amount actual, Expectation expectation, CutPoints cutPoints) {
            Aim aim = line.revision().aim();
            return switch (expectation) {
                case Expectation.Assumed assumed -> {
                    Optional<Ratio> pace = Measurement.pace(line.indicator(), aim, actual, assumed.share());
                    yield new Progress(
                            pace.map(p -> paceBand(p, cutPoints)).orElse(PaceBand.NO_PACE), pace, Optional.empty());
                }
                case Expectation.Stated stated -> {
                    Measurement against = Measurement.ofCheckpoint(
                            line.indicator(), aim, actual, stated.amount(), cutPoints.tolerance());
                    yield new Progress(
                            against.attainment()
                                    .map(p -> paceBand(p, cutPoints))
                                    .orElse(
                                            against.fulfilment() == Fulfilment.MET
                                                    ? PaceBand.ON_TRACK
                                                    : PaceBand.AT_RISK),
                            against.attainment(),
                            against.difference());
                }
            };
        }
    }

    /** A figure that says nothing about the whole is still on the way where its months have a checkpoint. */
    private static Reading reading(TargetLine line, @Nullable Trajectory trajectory, List<Observation> known) {
        Reading reading = Reading.of(line, known);
        return trajectory == null
                        || reading.evidence() != Evidence.INCOMPARABLE
                        || line.revision().aim().due() != null
                ? reading
                : Reading.ofCheckpoint(
                                trajectory.path(line.target()).keySet(),
                                line.target().period(),
                                known)
                        .orElse(reading);
    }

    private static Measurement measurement(TargetLine line, Reading reading, Amount actual, CutPoints cutPoints) {
        Aim aim = line.revision().aim();
        return aim.due() != null && reading.from() != null
                ? Measurement.byDate(aim.due(), reading.from().knownOn())
                : Measurement.of(line.indicator(), aim, actual, cutPoints.tolerance());
    }

    private static Phase phase(Period period, LocalDate day) {
        if (day.isBefore(period.firstDay())) {
            return Phase.AHEAD;
        }
        return day.isBefore(period.lastDay()) ? Phase.RUNNING : Phase.ENDED;
    }

    private static EndBand endBand(Ratio attainment, CutPoints cut) {
        if (attainment.reaches(cut.exceededFrom())) {
            return EndBand.EXCEEDED;
        }
        if (attainment.reaches(BigDecimal.ONE)) {
            return EndBand.FULL;
        }
        return attainment.reaches(cut.nearlyFrom()) ? EndBand.NEARLY : EndBand.BELOW;
    }

    private static PaceBand paceBand(Ratio pace, CutPoints cut) {
        if (pace.reaches(cut.onTrackFrom())) {
            return PaceBand.ON_TRACK;
        }
        return pace.reaches(cut.behindFrom()) ? PaceBand.BEHIND : PaceBand.AT_RISK;
    }

    TargetFacts facts(TargetLine line, Signals signals, CutPoints cutPoints) {
        return new TargetFacts(
                line.target().id(),
                phase,
                reading.evidence(),
                measurement.fulfilment(),
                endBand,
                paceBand,
                measurement.attainment().map(Ratio::micros).orElse(0L),
                pace.map(Ratio::micros).orElse(0L),
                signals.prospect().band(cutPoints),
                signals.reach().band(),
                signals.freshness().age(cutPoints.staleFrom()),
                signals.change(),
                signals.dissent().agreement());
    }
}
