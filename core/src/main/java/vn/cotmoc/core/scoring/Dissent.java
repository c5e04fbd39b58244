package vn.cotmoc.core.scoring;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.targets.Yardstick;

/**
 * Who asks something else of the same thing.
 *
 * @param other the target of another authority that differs most; null if all agree
 */
record Dissent(Agreement agreement, @Nullable TargetLine other) {

    private static final Dissent NONE = new Dissent(Agreement.AGREED, null);

    /** @param targets of the same plan, itself among them */
    static Dissent of(TargetLine line, Collection<TargetLine> targets, Yardstick yardstick) {
        return targets.stream()
                .map(other -> new Dissent(
                        Agreement.of(
                                line.indicator().direction(),
                                line.target(),
                                line.revision().aim(),
                                other.target(),
                                other.revision().aim(),
                                yardstick),
                        other))
                .filter(dissent -> dissent.agreement != Agreement.AGREED)
                .max(Comparator.comparing(Dissent::agreement))
                .orElse(NONE);
    }
}
