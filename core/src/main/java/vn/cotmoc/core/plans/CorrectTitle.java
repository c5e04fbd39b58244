package vn.cotmoc.core.plans;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** Mends the title of a plan that is not closed. */
@Singleton
public class CorrectTitle {

    private final PlanStore store;

    CorrectTitle(PlanStore store) {
        this.store = store;
    }

    /** @param expectedVersion the plan's, that was seen */
    public record Command(UUID plan, int expectedVersion, String title, String reason) {}

    /** @throws Refusal {@code unknown-plan}, {@code plan-changed}, {@code plan-closed}, {@code plan-exists}, {@code correction-none} */
    @Transactional
    public Plan correct(Command command) {
        Plan was = store.require(command.plan());
        if (was.version() != command.expectedVersion()) {
            throw AdvancePlan.changed(was.version());
        }
        if (was.status() == PlanStatus.CLOSED) {
            throw PlanStore.closed(was);
        }
        Plan right = new Plan(was.id(), was.period(), command.title(), was.status(), was.version() + 1);
        if (store.hasTwin(right)) {
            throw DrawUpPlan.exists(right);
        }
        try {
            if (!store.correct(was, right, command.reason())) {
                throw AdvancePlan.changed(right.version());
            }
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? DrawUpPlan.exists(right) : failure;
        }
        return right;
    }
}
