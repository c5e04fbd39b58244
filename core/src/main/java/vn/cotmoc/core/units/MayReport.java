package vn.cotmoc.core.units;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.refusals.Refusal;

/** Whether who acts now may report a figure: their unit compiles, or has the indicator assigned, there or everywhere. */
@Singleton
public class MayReport {

    private final UnitView view;
    private final CurrentActor actor;
    private final Clock clock;

    MayReport(UnitView view, CurrentActor actor, Clock clock) {
        this.view = view;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws Refusal {@code no-unit}, {@code unit-closed} or {@code not-assigned} */
    @Transactional(readOnly = true)
    public void require(String indicator, UUID area) {
        Unit unit = ownUnit();
        if (!of(unit).test(indicator, area)) {
            throw notAssigned(unit, indicator);
        }
    }

    /** What {@link #require} says where {@link #of} says no. */
    public static Refusal notAssigned(Unit unit, String indicator) {
        return Refusal.forbidden("not-assigned", "unit", unit.name(), "indicator", indicator);
    }

    /**
     * Of who acts now.
     *
     * @throws Refusal {@code no-unit} or {@code unit-closed}
     */
    @Transactional(readOnly = true)
    public Unit ownUnit() {
        String username = actor.username();
        Unit unit = view.ofMember(username).orElseThrow(() -> Refusal.forbidden("no-unit", "username", username));
        if (unit.isClosedOn(LocalDate.now(clock))) {
            throw Refusal.forbidden("unit-closed", "unit", unit.name(), "validTo", unit.end());
        }
        return unit;
    }

    /** Whether the unit may report the indicator anywhere. */
    @Transactional(readOnly = true)
    public boolean may(Unit unit, String indicator) {
        return unit.kind() == UnitKind.COMPILER
                || view.assignments(unit.id()).stream()
                        .anyMatch(one -> one.indicator().equals(indicator));
    }

    /** Whether the unit may report an indicator, by its code, in an area; asks the database once. */
    @Transactional(readOnly = true)
    public BiPredicate<String, UUID> of(Unit unit) {
        if (unit.kind() == UnitKind.COMPILER) {
            return (indicator, area) -> true;
        }
        Map<String, List<Assignment>> assignments =
                view.assignments(unit.id()).stream().collect(Collectors.groupingBy(Assignment::indicator));
        return (indicator, area) -> assignments.getOrDefault(indicator, List.of()).stream()
                .anyMatch(one -> one.area() == null || one.area().equals(area));
    }
}
