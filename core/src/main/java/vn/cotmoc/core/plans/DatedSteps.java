package vn.cotmoc.core.plans;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import vn.cotmoc.core.instruments.Dated;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.refusals.Refusal;

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
            List<PlanStep> steps = store.steps(plan);
            requireOrder(
                    store.require(plan),
                    steps.stream()
                            .map(step -> isDated(step, was) ? step.on(right.issuedOn()) : step)
                            .toList());
            steps.stream()
                    .filter(step -> isDated(step, was))
                    .forEach(step -> store.redate(plan, step, right.issuedOn(), reason));
        });
    }

    private static boolean isDated(PlanStep step, Instrument paper) {
        return paper.id().equals(step.instrument()) && step.decidedOn().equals(paper.issuedOn());
    }

    private static void requireOrder(Plan plan, List<PlanStep> steps) {
        for (PlanStep step : steps) {
            PlanStep.lastAfter(step.status(), step.decidedOn(), steps.subList(0, step.number() - 1))
                    .ifPresent(last -> {
                        throw Refusal.invalid(
                                "redated-steps",
                                "/issuedOn",
                                "title",
                                plan.title(),
                                "period",
                                plan.period(),
                                "decidedOn",
                                step.decidedOn(),
                                "last",
                                last);
                    });
        }
    }
}
