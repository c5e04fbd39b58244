package vn.cotmoc.core.scoring;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Chain;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.trajectories.Assumption;
import vn.cotmoc.core.trajectories.Origin;
import vn.cotmoc.core.trajectories.Trajectory;

/** What is expected by now of a figure that does not cover the whole period. */
sealed interface Expectation {

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
     * Of what the base scenario states; where it states nothing, of totals only, what the months' share is assumed to be.
     *
     * @param known vintages of the target's indicator, place and part, those of past years among them
     */
    static Optional<Expectation> of(
            TargetLine line, @Nullable Trajectory trajectory, Reading reading, List<Observation> known) {
        Period covered = reading.period();
        if (reading.evidence() != Evidence.PARTIAL || covered == null) {
            return Optional.empty();
        }
        Period whole = line.target().period();
        // An average of years, or the worst of them, is neither a sum so far nor a state: only the very same months
        // compare.
        InTime parts = line.target().basis() == Basis.PERIOD
                ? line.indicator().summation().inTime()
                : InTime.NONE;
        if (trajectory != null) {
            SortedMap<Period, Amount> path = trajectory.path(line.target());
            if (!path.isEmpty()) {
                return stated(parts, whole, covered, path, trajectory.version());
            }
        }
        return parts == InTime.SUM
                ? Optional.of(new Assumed(Assumption.of(whole, covered, known), covered))
                : Optional.empty();
    }

    /** Totals take the last checkpoint reached, levels the one of the same end, all others the one of the very same months. */
    private static Optional<Expectation> stated(
            InTime parts, Period whole, Period covered, SortedMap<Period, Amount> path, int version) {
        return switch (parts) {
            case SUM -> reached(whole, covered, path, version);
            case LAST ->
                path.entrySet().stream()
                        .filter(checkpoint -> checkpoint.getKey().last().equals(covered.last()))
                        .reduce((shorter, longer) -> longer)
                        .map(checkpoint -> new Stated(checkpoint.getValue(), checkpoint.getKey(), version));
            case MEAN, COMPOUND, NONE ->
                Optional.ofNullable(path.get(covered)).map(amount -> new Stated(amount, covered, version));
        };
    }

    private static Optional<Expectation> reached(
            Period whole, Period covered, SortedMap<Period, Amount> path, int version) {
        List<Period> chain = Chain.within(
                whole, path.keySet().stream().filter(covered::contains).toList());
        return chain.isEmpty()
                ? Optional.empty()
                : Amount.sum(chain.stream().map(path::get).toList())
                        .map(sum -> new Stated(sum, Chain.covered(chain), version));
    }

    /** In the indicator's unit; a share of the aim half-up to six digits, and empty where no amount is aimed at. */
    default Optional<Amount> amount(@Nullable Amount aim) {
        return switch (this) {
            case Stated stated -> Optional.of(stated.amount());
            case Assumed assumed -> assumed.assumption().of(aim);
        };
    }
}
