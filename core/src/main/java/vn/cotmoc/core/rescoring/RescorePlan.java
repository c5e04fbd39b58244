package vn.cotmoc.core.rescoring;

import jakarta.inject.Singleton;
import java.util.UUID;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.ScorePlan;

/**
 * Scores a plan of the bound province as it stands today, and says before and after how far it has come. Killed at any moment, it
 * is as if it had not begun, or is done and finds so when it is done again.
 */
@Singleton
class RescorePlan {

    private final RescoringStore store;
    private final RescoringView view;
    private final ScorePlan scorePlan;
    private final ScoringDay day;

    RescorePlan(RescoringStore store, RescoringView view, ScorePlan scorePlan, ScoringDay day) {
        this.store = store;
        this.view = view;
        this.scorePlan = scorePlan;
        this.day = day;
    }

    /** @throws Refusal {@code no-threshold} */
    void rescore(UUID plan) {
        RescoringStore.Begun begun = store.begin(plan, view.targets(plan));
        ScorePlan.Kept kept = scorePlan.keep(plan, day.today(), begun.cause().code(), begun.since());
        store.done(plan, kept.scorecard(), kept.rules());
    }
}
