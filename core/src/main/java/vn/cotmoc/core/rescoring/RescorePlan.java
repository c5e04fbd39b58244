package vn.cotmoc.core.rescoring;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.UUID;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.ScorePlan;

/**
 * Scores a plan of the bound province as it stands today, and says before and after how far it has come. Killed at any moment, it
 * is as if it had not begun, or is done and finds so when it is done again.
 */
@Singleton
class RescorePlan {

    private final TransactionOperations<Connection> transactions;
    private final PlanStore plans;
    private final RescoringStore store;
    private final RescoringView view;
    private final ScorePlan scorePlan;
    private final ScoringDay day;

    RescorePlan(
            TransactionOperations<Connection> transactions,
            PlanStore plans,
            RescoringStore store,
            RescoringView view,
            ScorePlan scorePlan,
            ScoringDay day) {
        this.transactions = transactions;
        this.plans = plans;
        this.store = store;
        this.view = view;
        this.scorePlan = scorePlan;
        this.day = day;
    }

    /** @throws Refusal {@code no-threshold} */
    void rescore(UUID plan) {
        RescoringStore.Begun begun = store.begin(plan, () -> view.targets(plan));
        transactions.executeWrite(status -> {
            plans.take(plan);
            if (store.isNewest(plan, begun)) {
                ScorePlan.Kept kept =
                        scorePlan.keep(plan, day.today(), begun.cause().code(), begun.since());
                store.done(plan, kept.scorecard(), kept.rules());
            }
            return plan;
        });
    }
}
