package vn.cotmoc.core.impacts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.cotmoc.core.authoring.Draft;
import vn.cotmoc.core.authoring.DraftView;
import vn.cotmoc.core.authoring.MoveDraft;
import vn.cotmoc.core.authoring.OpenDraft;
import vn.cotmoc.core.authoring.SaveDraft;
import vn.cotmoc.core.authoring.TestCase;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.rulesets.ChooseRules;
import vn.cotmoc.core.rulesets.OfferedRules;
import vn.cotmoc.core.rulesets.Release;
import vn.cotmoc.core.rulesets.ReleaseView;
import vn.cotmoc.core.scoring.Kjars;
import vn.cotmoc.core.scoring.ShippedRules;
import vn.cotmoc.core.tenancy.TenantId;

/** What the nation's rule authors do, for tests. */
public final class Nation {

    /** What its first version is released with. */
    static final TestCase EXPECTED =
            new TestCase("mot", null, Map.of("phase", "ended"), "met", List.of("stale"), "on-time");

    private Nation() {}

    /** From a first release to what its next one would change in a province. */
    public static void everything(TenantId province) {
        LocalDate tomorrow = LocalDate.now(House.get(Clock.class)).plusDays(1);
        String id = "national-" + province.value();
        release(id, tomorrow);
        House.in(province, () -> {
            int version = 1; // of the choice that the province made before
            House.get(ChooseRules.class)
                    .choose(new ChooseRules.Command(null, version, id, false, null, tomorrow, "Theo bộ quốc gia"));
            return id;
        });
        Release next = next(id, tomorrow.plusDays(1));
        House.in(province, () -> {
            House.get(FindImpacts.class).find();
            House.get(ImpactView.class).own();
            House.get(OfferedRules.class).released(id, tomorrow);
            House.get(Kjars.class).keep(next.sha256(), new byte[] {1});
            return House.get(Kjars.class).find(next.sha256());
        });
        House.get(ImpactView.class).everywhere(next.id());
    }

    static Release release(String id, LocalDate from) {
        String shipped = House.get(ShippedRules.class).byDefault().sha256();
        Draft draft = in(() -> {
            Draft opened = House.get(OpenDraft.class).open(new OpenDraft.Command(id, shipped));
            String model = House.get(DraftView.class).revision(opened.id(), 1).model();
            return House.get(SaveDraft.class)
                    .save(new SaveDraft.Command(opened.id(), opened.version(), model, List.of(EXPECTED)));
        });
        return release(draft, from);
    }

    /** Its second version, which is generous. */
    static Release next(String id, LocalDate from) {
        Draft draft = in(() -> {
            String newest =
                    House.get(ReleaseView.class).all().newest(id).orElseThrow().sha256();
            Draft opened = House.get(OpenDraft.class).open(new OpenDraft.Command(id, newest));
            String model = "{\"id\": \"%s\", \"version\": \"2\", \"generous\": 1}".formatted(id);
            return House.get(SaveDraft.class)
                    .save(new SaveDraft.Command(opened.id(), opened.version(), model, List.of()));
        });
        return release(draft, from);
    }

    private static Release release(Draft draft, LocalDate from) {
        MoveDraft move = House.get(MoveDraft.class);
        Draft proposed = in(() -> move.propose(new MoveDraft.Command(draft.id(), draft.version(), null)));
        Draft approved = House.as(
                "nguoi.khac",
                () -> in(() -> move.approve(new MoveDraft.Command(draft.id(), proposed.version(), null))));
        return in(
                () -> move.release(new MoveDraft.Command(draft.id(), approved.version(), null), from, "Thông tư mới"));
    }

    static <T> T in(Supplier<T> work) {
        return House.in(TenantId.NATION, work);
    }
}
