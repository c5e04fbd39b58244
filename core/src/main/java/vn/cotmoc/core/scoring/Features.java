package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.thresholds.CutPoints;

/**
 * Everything computed of one target before any rule: the figure that counts, how it compares, which bands it falls in.
 *
 * @param pace attainment against what is expected by now
 */
record Features(
        Phase phase,
        Reading reading,
        Measurement measurement,
        EndBand endBand,
        PaceBand paceBand,
        Optional<Ratio> pace) {

    /** @param known vintages of the target's indicator, place and part, known on the day */
    static Features of(TargetLine line, List<Observation> known, CutPoints cutPoints, LocalDate day) {
        Period period = line.target().period();
        Reading reading = reading(line, known);
        Amount actual = reading.amount();
        boolean comparable = reading.evidence() == Evidence.FULL || reading.evidence() == Evidence.PARTIAL;
        Measurement measurement =
                actual == null || !comparable ? Measurement.NOTHING : measurement(line, reading, actual, cutPoints);
        Ratio expected = reading.expected();
        Optional<Ratio> pace = actual == null || expected == null
                ? Optional.empty()
                : Measurement.pace(line.indicator(), line.revision().aim(), actual, expected);
        return new Features(
                phase(period, day),
                reading,
                measurement,
                measurement.attainment().map(a -> endBand(a, cutPoints)).orElse(EndBand.NO_RATIO),
                pace.map(p -> paceBand(p, cutPoints)).orElse(PaceBand.NO_PACE),
                pace);
    }

    private static Reading reading(TargetLine line, List<Observation> known) {
        Aim aim = line.revision().aim();
        Period period = line.target().period();
        if (aim.due() != null) {
            return Reading.ofFirst(period, aim.due(), known);
        }
        InTime parts = line.indicator().summation().inTime();
        return switch (line.target().basis()) {
            case PERIOD -> Reading.of(parts, period, known);
            case AVERAGE_PER_YEAR -> Reading.ofAverageYear(parts, period, known);
            case EACH_YEAR -> Reading.ofEachYear(Measurement.worstFirst(line.indicator(), aim), period, known);
        };
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

    TargetFacts facts(TargetLine line) {
        return new TargetFacts(
                line.target().id(),
                phase,
                reading.evidence(),
                measurement.fulfilment(),
                endBand,
                paceBand,
                measurement.attainment().map(Ratio::micros).orElse(0L),
                pace.map(Ratio::micros).orElse(0L));
    }
}
