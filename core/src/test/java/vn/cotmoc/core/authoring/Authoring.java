package vn.cotmoc.core.authoring;

import java.time.LocalDate;
import java.util.List;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.rulesets.OfferedRules;
import vn.cotmoc.core.rulesets.Release;
import vn.cotmoc.core.rulesets.ReleaseRules;
import vn.cotmoc.core.scoring.ShippedRules;

/** The life of one draft, here and now: for tests of other packages. */
public final class Authoring {

    private static final LocalDate DAY = LocalDate.of(2023, 1, 1);

    private Authoring() {}

    /** From its first text to a release, a second one, and the first again. */
    public static void everything() {
        Release first = released(House.get(ShippedRules.class).byDefault().sha256());
        Release second = released(first.sha256());
        ReleaseRules releases = House.get(ReleaseRules.class);
        releases.rollBack(new ReleaseRules.Command("bo-rieng", second.number(), first.sha256(), DAY, "thử"));
        House.get(OfferedRules.class).on(DAY);
        House.get(OfferedRules.class).all();
        House.get(OfferedRules.class).pinned(first.sha256());
    }

    private static Release released(String from) {
        Draft draft = House.get(OpenDraft.class).open(new OpenDraft.Command("bo-rieng", from));
        DraftView view = House.get(DraftView.class);
        Draft.Revision text = view.revision(draft.id(), 1);
        Draft saved = House.get(SaveDraft.class)
                .save(new SaveDraft.Command(draft.id(), draft.version(), text.model(), List.of()));
        MoveDraft move = House.get(MoveDraft.class);
        Draft proposed = move.propose(new MoveDraft.Command(saved.id(), saved.version(), null));
        Draft approved =
                House.as("nguoi.khac", () -> move.approve(new MoveDraft.Command(saved.id(), proposed.version(), null)));
        Release release = move.release(new MoveDraft.Command(saved.id(), approved.version(), null), DAY, "thử");
        view.list(draft.id(), 5);
        view.steps(draft.id());
        return release;
    }
}
