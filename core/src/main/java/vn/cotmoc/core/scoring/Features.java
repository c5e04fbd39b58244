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
import vn.cotmoc.core.targets.Yardstick;
import vn.cotmoc.core.trajectories.Trajectory;

/**
 * Everything computed of one target's figures before cut points and rules: the figure that counts and how it compares.
 *
 * @param expected what is expected of a figure on the way
 * @param pace attainment against what is expected by now
 * @param wayWithoutPace the band on the way where what is expected by now gives no ratio
 * @param behind actual minus what is expected by now in percentage points, for stated rates and shares
 */
record Features(
        Phase phase,
        Reading reading,
        Measurement measurement,
        Optional<Expectation> expected,
        Optional<Ratio> pace,
        PaceBand wayWithoutPace,
        Optional<BigDecimal> behind) {

    /**
     * @param trajectory in force on the day
     * @param known vintages of the target's indicator, place and part, known on the day
     */
    static Features of(
            TargetLine line,
            @Nullable Trajectory trajectory,
            List<Observation> known,
            Yardstick yardstick,
            LocalDate day) {
        Period period = line.target().period();
        Reading reading = reading(line, trajectory, known, yardstick);
        Amount actual = reading.amount();
        boolean comparable = reading.evidence() == Evidence.FULL || reading.evidence() == Evidence.PARTIAL;
        Measurement measurement =
                actual == null || !comparable ? Measurement.NOTHING : measurement(line, reading, actual, yardstick);
        Optional<Expectation> expectation = Expectation.of(line, trajectory, reading, known);
        Optional<Progress> progress = actual == null
                ? Optional.empty()
                : expectation.map(expected -> Progress.of(line, actual, expected, yardstick));
        return new Features(
                phase(period, day),
                reading,
                measurement,
                expectation,
                progress.flatMap(Progress::pace),
                progress.map(Progress::withoutPace).orElse(PaceBand.NO_PACE),
                progress.flatMap(Progress::difference));
    }

    private record Progress(Optional<Ratio> pace, PaceBand withoutPace, Optional<BigDecimal> difference) {

        static Progress of(TargetLine line, Amount actual, Expectation expectation, Yardstick yardstick) {
            Aim aim = line.revision().aim();
            return switch (expectation) {
                case Expectation.Assumed assumed ->
                    new Progress(
                            Measurement.pace(line.indicator(), aim, actual, assumed.share(), yardstick),
                            PaceBand.NO_PACE,
                            Optional.empty());
                case Expectation.Stated stated -> against(line, actual, stated.amount(), yardstick);
                case Expectation.Between between -> against(line, actual, between.amount(), yardstick);
            };
        }

        private static Progress against(TargetLine line, Amount actual, Amount expected, Yardstick yardstick) {
            Measurement against =
                    Measurement.ofCheckpoint(line.indicator(), line.revision().aim(), actual, expected, yardstick);
            return new Progress(
                    against.attainment(),
                    against.fulfilment() == Fulfilment.MET ? PaceBand.ON_TRACK : PaceBand.AT_RISK,
                    against.difference());
        }
    }

    /** A figure that says nothing about the whole is still on the way where its months have a checkpoint. */
    private static Reading reading(
            TargetLine line, @Nullable Trajectory trajectory, List<Observation> known, Yardstick yardstick) {
        Reading reading = Reading.of(line, known, yardstick);
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

    private static Measurement measurement(TargetLine line, Reading reading, Amount actual, Yardstick yardstick) {
        Aim aim = line.revision().aim();
        return aim.due() != null && reading.from() != null
                ? Measurement.byDate(aim.due(), reading.from().knownOn())
                : Measurement.of(line.indicator(), aim, actual, yardstick);
    }

    private static Phase phase(Period period, LocalDate day) {
        if (day.isBefore(period.firstDay())) {
            return Phase.AHEAD;
        }
        return day.isBefore(period.lastDay()) ? Phase.RUNNING : Phase.ENDED;
    }

    /** @param yardstick by which they were computed, where another one may give others; else null */
    Undecided undecided(Signals signals, @Nullable Yardstick yardstick) {
        return new Undecided(
                phase,
                reading.evidence(),
                measurement.fulfilment(),
                measurement.attainment(),
                pace,
                wayWithoutPace,
                signals.prospect().chance(),
                signals.reach().band(),
                signals.freshness().lateSinceNewest(),
                signals.change(),
                signals.dissent().agreement(),
                yardstick);
    }
}
