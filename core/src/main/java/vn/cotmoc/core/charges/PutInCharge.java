package vn.cotmoc.core.charges;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.TargetStore;
import vn.cotmoc.core.units.UnitStore;

/** Says which unit answers for a target and which ones coordinate; who did before stays readable. */
@Singleton
public class PutInCharge {

    private final TargetStore targets;
    private final PlanStore plans;
    private final UnitStore units;
    private final ChargeStore charges;

    PutInCharge(TargetStore targets, PlanStore plans, UnitStore units, ChargeStore charges) {
        this.targets = targets;
        this.plans = plans;
        this.units = units;
        this.charges = charges;
    }

    /** @param expectedCharge the newest charge that the author has seen; 0 if there was none */
    public record Command(UUID target, int expectedCharge, UUID owner, List<UUID> coordinators, String reason) {}

    /**
     * @throws Refusal {@code unknown-target}, {@code target-withdrawn}, {@code charge-changed}, {@code plan-closed}, {@code unknown-unit},
     *     {@code unit-closed}; {@code coordinator-repeated} for a unit that is named twice, as owner or coordinator
     */
    @Transactional
    public void put(Command command) {
        Target target = targets.requireInForce(command.target());
        int newest = charges.newest(target.id());
        if (newest != command.expectedCharge()) {
            throw changed(newest);
        }
        plans.requireOpen(target.plan());
        Set<UUID> named = new HashSet<>();
        named.add(units.requireOpen(command.owner(), "/owner").id());
        for (int i = 0; i < command.coordinators().size(); i++) {
            String at = "/coordinators/" + i;
            UUID unit = units.requireOpen(command.coordinators().get(i), at).id();
            if (!named.add(unit)) {
                throw Refusal.invalid("coordinator-repeated", at, "unit", unit);
            }
        }
        try {
            charges.append(target.id(), newest + 1, command.owner(), command.coordinators(), command.reason());
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? changed(newest + 1) : failure;
        }
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("charge-changed", "version", newest);
    }
}
