package vn.cotmoc.core.rescoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.cotmoc.core.events.EventView;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.observations.FiguresOf;

/** The house's own scoring, done here and now: for tests of other packages. */
public final class Rescorings {

    private Rescorings() {}

    /** One plan through all that can happen to it. */
    public static Rescoring everything(UUID plan) {
        AskForRescoring ask = House.get(AskForRescoring.class);
        ask.after(
                House.get(EventView.class)
                        .since(Identifiers.firstOf(Instant.EPOCH.plus(Duration.ofDays(1))), 1000)
                        .stream()
                        .map(event -> event.id())
                        .toList());
        ask.onSchedule();
        ask.lookAround();
        RescoringStore store = House.get(RescoringStore.class);
        House.get(RescorePlan.class).rescore(plan);
        store.stopped(plan, 1, "unexpected");
        store.gaveUp(plan, 2, "unexpected");
        store.asked(plan);
        ask.notFollowed();
        House.get(RescoringView.class).plansOf(Set.of(new FiguresOf("GRDP_GROWTH", plan)));
        House.get(FollowPlan.class).follow(plan);
        store.passedBy(List.of(plan));
        return House.get(RescoringView.class).of(plan).orElseThrow();
    }
}
