package vn.cotmoc.core.plans;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import vn.cotmoc.core.instruments.Dated;
import vn.cotmoc.core.instruments.Instrument;

/** The steps of plans' lives that took their days from papers. */
@Singleton
class DatedSteps implements Dated {

    private final PlanStore store;

    DatedSteps(PlanStore store) {
        this.store = store;
    }

    @Override
    @Transactional
    public void redate(Instrument was, Instrument right, String reason) {
        store.datedBy(was).forEach(plan -> {
            store.take(plan);
            store.steps(plan).stream()
                    .filter(step -> was.id().equals(step.instrument())
                            && step.decidedOn().equals(was.issuedOn()))
                    .forEach(step -> store.redate(plan, step, right.issuedOn(), reason));
        });
    }
}
