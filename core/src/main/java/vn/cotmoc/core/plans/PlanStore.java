package vn.cotmoc.core.plans;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/** The current province's plans. */
@Singleton
public class PlanStore {

    private final PlanRows rows;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    PlanStore(PlanRows rows, Trail trail, CurrentActor actor, Clock clock) {
        this.rows = rows;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    @Transactional
    public Optional<Plan> find(UUID id) {
        return rows.findByPlanId(id).map(PlanRow::toPlan);
    }

    /** @throws Refusal {@code unknown-plan} */
    @Transactional
    public Plan require(UUID id) {
        return find(id).orElseThrow(() -> Refusal.unknown("unknown-plan", "plan", id));
    }

    boolean hasPlanFor(Period period) {
        return rows.existsByPeriod(period.toString());
    }

    void add(Plan plan) {
        PlanRow row = new PlanRow(
                null,
                plan.id(),
                plan.period().toString(),
                plan.title(),
                plan.status().code(),
                plan.version(),
                clock.instant(),
                actor.username());
        rows.save(row);
        trail.added(plan.id(), row);
    }
}
