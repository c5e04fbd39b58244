package vn.cotmoc.core.rescoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.rescoring.RescoringStore.ToFollow;
import vn.cotmoc.core.scoring.AfterRun;
import vn.cotmoc.core.scoring.GatherRun;
import vn.cotmoc.core.scoring.ScorecardView;

/** Lets cases follow what runs said since they last did, and keeps chains of runs short. Killed at any moment, it is as if it had not begun, or is done. */
@Singleton
class FollowPlan {

    private final PlanStore plans;
    private final RescoringStore store;
    private final ScorecardView scorecards;
    private final AfterRun afterRun;
    private final GatherRun gatherRun;

    FollowPlan(
            PlanStore plans, RescoringStore store, ScorecardView scorecards, AfterRun afterRun, GatherRun gatherRun) {
        this.plans = plans;
        this.store = store;
        this.scorecards = scorecards;
        this.afterRun = afterRun;
        this.gatherRun = gatherRun;
    }

    /** Whether there was something to follow. */
    @Transactional
    boolean follow(UUID plan) {
        plans.take(plan);
        Optional<ToFollow> toFollow = store.toFollow(plan);
        toFollow.ifPresent(due -> {
            Optional.ofNullable(due.followed())
                    .flatMap(followed -> scorecards.otherwise(followed, due.scorecard()))
                    .ifPresentOrElse(targets -> afterRun.stored(plan, targets), () -> afterRun.stored(plan));
            gatherRun.gather(due.scorecard());
            store.followed(plan, due.scorecard());
        });
        return toFollow.isPresent();
    }
}
