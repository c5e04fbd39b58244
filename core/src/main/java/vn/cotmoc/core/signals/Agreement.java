package vn.cotmoc.core.signals;

import java.util.Objects;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.Wanted;
import vn.cotmoc.core.targets.Yardstick;
import vn.cotmoc.core.trajectories.Checkpoint;

/** Whether two authorities ask the same of one indicator, place, part and period. */
public enum Agreement implements Coded {
    /** They do, or only one of them asks anything. */
    AGREED,
    /** 11 % and hơn 11 %: one figure can meet both. */
    DIFFERENT,
    /** No figure can meet both. */
    CONTRADICTED;

    public static Agreement of(
            Direction direction, Target one, Aim ofOne, Target other, Aim ofOther, Yardstick yardstick) {
        if (!areRivals(one, other) || isSame(ofOne, ofOther)) {
            return AGREED;
        }
        boolean apart = Wanted.of(direction, ofOne, yardstick)
                .flatMap(wanted -> Wanted.of(direction, ofOther, yardstick).map(asked -> !wanted.meets(asked)))
                .orElse(false);
        return apart ? CONTRADICTED : DIFFERENT;
    }

    private static boolean areRivals(Target one, Target other) {
        return one.authority() != other.authority()
                && one.period().equals(other.period())
                && one.basis() == other.basis()
                && Checkpoint.Subject.of(one).equals(Checkpoint.Subject.of(other))
                && Objects.equals(one.assignedTo(), other.assignedTo());
    }

    private static boolean isSame(Aim one, Aim other) {
        return one.comparator() == other.comparator()
                && Objects.equals(one.amount(), other.amount())
                && Objects.equals(one.amountHigh(), other.amountHigh())
                && Objects.equals(one.due(), other.due());
    }
}
