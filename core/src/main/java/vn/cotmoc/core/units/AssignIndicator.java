package vn.cotmoc.core.units;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** Assigns to a unit what it reports, and withdraws it; what was reported meanwhile stays. */
@Singleton
public class AssignIndicator {

    private final UnitStore store;
    private final UnitView view;
    private final IndicatorStore indicators;
    private final AreaView areas;
    private final Identifiers identifiers;

    AssignIndicator(
            UnitStore store, UnitView view, IndicatorStore indicators, AreaView areas, Identifiers identifiers) {
        this.store = store;
        this.view = view;
        this.indicators = indicators;
        this.areas = areas;
        this.identifiers = identifiers;
    }

    /** @param area null for every area of the province */
    public record Command(
            UUID unit, String indicator, @Nullable UUID area) {}

    /**
     * @throws Refusal {@code unknown-unit}, {@code unknown-indicator}, {@code unknown-area}; {@code assignment-exists} for
     *     the same once more
     */
    @Transactional
    public Assignment assign(Command command) {
        Unit unit = store.require(command.unit());
        Indicator indicator = indicators.require(command.indicator(), "/indicator");
        UUID area = command.area() == null ? null : areas.resolve(command.area(), "/area");
        boolean assigned = view.assignments(unit.id()).stream()
                .anyMatch(one -> one.indicator().equals(indicator.code()) && Objects.equals(one.area(), area));
        if (assigned) {
            throw exists(unit, indicator);
        }
        try {
            return store.assign(unit.id(), identifiers.next(), indicator.code(), area);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? exists(unit, indicator) : failure;
        }
    }

    /** @throws Refusal {@code unknown-unit}; {@code unknown-assignment} if the unit has none such, or no longer */
    @Transactional
    public void withdraw(UUID unit, UUID assignment) {
        store.require(unit);
        if (!store.withdraw(unit, assignment)) {
            throw Refusal.unknown("unknown-assignment", "assignment", assignment);
        }
    }

    private static Refusal exists(Unit unit, Indicator indicator) {
        return Refusal.conflict("assignment-exists", "unit", unit.name(), "indicator", indicator.code());
    }
}
