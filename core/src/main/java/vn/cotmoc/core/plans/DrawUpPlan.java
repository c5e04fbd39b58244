package vn.cotmoc.core.plans;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** A province begins the plan of a year or a term. */
@Singleton
public class DrawUpPlan {

    private final PlanStore store;
    private final Identifiers identifiers;
    private final Clock clock;

    DrawUpPlan(PlanStore store, Identifiers identifiers, Clock clock) {
        this.store = store;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    public record Command(Period period, String title, PlanStatus status) {}

    /**
     * @throws Refusal {@code plan-period} unless it is a year or a term; {@code plan-amended} for one that begins as amended,
     *     {@code step-early} for one that begins as closed before its period is over; {@code plan-exists} where the period has one of that
     *     title, whatever its capitals and the blanks around it
     */
    @Transactional
    public Plan drawUp(Command command) {
        Period period = command.period();
        if (!period.isYear() && !period.isTerm()) {
            throw Refusal.invalid("plan-period", "/period", "period", period);
        }
        requireLife(command.status(), period);
        if (store.hasPlan(period, command.title())) {
            throw exists(command);
        }
        Plan plan = new Plan(identifiers.next(), period, command.title(), command.status(), 1);
        try {
            store.add(plan);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? exists(command) : failure;
        }
        return plan;
    }

    /** A plan whose life began elsewhere begins where it stands; an amendment is a step, with its paper. */
    private void requireLife(PlanStatus status, Period period) {
        if (status == PlanStatus.AMENDED) {
            throw Refusal.invalid("plan-amended", "/status", "status", status);
        }
        if (status == PlanStatus.CLOSED) {
            AdvancePlan.requireOver(period, LocalDate.now(clock), "/status");
        }
    }

    private static Refusal exists(Command command) {
        return Refusal.conflict("plan-exists", "period", command.period(), "title", command.title());
    }
}
