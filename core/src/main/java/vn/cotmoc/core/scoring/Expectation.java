package vn.cotmoc.core.scoring;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.trajectories.Assumption;
import vn.cotmoc.core.trajectories.Origin;
import vn.cotmoc.core.trajectories.Trajectory;

/** What is expected by now of a figure that does not cover the whole period. */
public sealed interface Expectation {

    Origin origin();

    /** The months that it speaks of. */
    Period months();

    /**
     * A checkpoint, or of a total the sum of those that lead up to it.
     *
     * @param version of the trajectory
     */
    record Stated(Amount amount, Period months, int version) implements Expectation {

        @Override
        public Origin origin() {
            return Origin.STATED;
        }
    }

    /** A share of the aim. */
    record Assumed(Assumption assumption, Period months) implements Expectation {

        @Override
        public Origin origin() {
            return assumption.origin();
        }

        Ratio share() {
            return assumption.share();
        }
    }

    /**
     * Of a total whose path states nothing of just these months: what its {@link Way} assumes between what it does state, or up to the
     * aim.
     *
     * @param amount half-up to six digits
     * @param version of the trajectory
     * @param years whose seasons were averaged; empty if linear
     */
    record Between(Amount amount, Period months, int version, Origin origin, List<Integer> years)
            implements Expectation {}

    /**
     * By what the base scenario states; of totals, where it states nothing of these months, by what is assumed between what it does
     * state, or of the whole.
     *
     * @param known vintages of the target's indicator, place and part, those of past years among them
     */
    static Optional<Expectation> of(
            TargetLine line, @Nullable Trajectory trajectory, Reading reading, List<Observation> known) {
        Period covered = reading.period();
        if (reading.evidence() != Evidence.PARTIAL || covered == null) {
            return Optional.empty();
        }
        return of(line, trajectory, covered, known);
    }

    /** The same of any months inside the target's period, whether there is a figure of them or not. */
    static Optional<Expectation> of(
            TargetLine line, @Nullable Trajectory trajectory, Period covered, List<Observation> known) {
        // An average of years, or the worst of them, is neither a sum so far nor a state: only the very same months
        // compare.
        InTime parts = line.target().basis() == Basis.PERIOD
                ? line.indicator().summation().inTime()
                : InTime.NONE;
        SortedMap<Period, Amount> path =
                trajectory == null ? Collections.emptySortedMap() : trajectory.path(line.target());
        if (trajectory == null || path.isEmpty()) {
            return parts == InTime.SUM
                    ? Optional.of(new Assumed(Assumption.of(line.target().period(), covered, known), covered))
                    : Optional.empty();
        }
        return switch (parts) {
            case SUM -> Way.of(line, trajectory, path).at(covered, known);
            case LAST ->
                path.entrySet().stream()
                        .filter(checkpoint -> checkpoint.getKey().last().equals(covered.last()))
                        .reduce((shorter, longer) -> longer)
                        .map(checkpoint ->
                                new Stated(checkpoint.getValue(), checkpoint.getKey(), trajectory.version()));
            case MEAN, COMPOUND, NONE ->
                Optional.ofNullable(path.get(covered)).map(amount -> new Stated(amount, covered, trajectory.version()));
        };
    }

    /** In the indicator's unit; a share of the aim half-up to six digits, and empty where no amount is aimed at. */
    default Optional<Amount> amount(@Nullable Amount aim) {
        return switch (this) {
            case Stated stated -> Optional.of(stated.amount());
            case Between between -> Optional.of(between.amount());
            case Assumed assumed -> assumed.assumption().of(aim);
        };
    }
}
