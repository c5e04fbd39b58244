package vn.cotmoc.core.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;

class AmendmentsAtOnceIT {

    private TenantId province;
    private Plan plan;
    private Target target;

    @BeforeEach
    void aTarget() {
        province = House.province();
        plan = House.in(province, () -> Story.plan("2023"));
        target = House.in(province, () -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
    }

    @Test
    void ofTwoAmendmentsAtOnceExactlyOneIsStoredAndTheOtherIsTold() {
        Refusal told = AtOnce.refused(
                province, () -> House.get(AmendTarget.class).amend(Story.amendment(target.id(), 1, "9")));
        assertThat(told.kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(told.code()).isEqualTo("target-changed");
        assertThat(told.values()).containsEntry("version", 2);
        assertThat(House.in(province, () -> House.get(TargetStore.class).revisions(target.id())))
                .extracting(Revision::number)
                .containsExactly(1, 2);
    }

    @Test
    void whoAmendsWhatIsNoLongerTheNewestIsTold() {
        House.in(province, () -> House.get(AmendTarget.class).amend(Story.amendment(target.id(), 1, "9")));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(
                        province, () -> House.get(AmendTarget.class).amend(Story.amendment(target.id(), 1, "7"))))
                .withMessage("target-changed {version=2}");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(
                        province, () -> House.get(AmendTarget.class).amend(Story.amendment(target.id(), 7, "7"))))
                .withMessage("target-changed {version=2}");
    }

    @Test
    void ofTwoEqualTargetsAtOnceExactlyOneIsStoredAndTheOtherIsTold() {
        Refusal told = AtOnce.refused(province, () -> Story.target(plan, "POVERTY_RATE", "%", "5"));
        assertThat(told.code()).isEqualTo("target-exists");
        assertThat(told.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(told.values())
                .containsEntry("indicator", "POVERTY_RATE")
                .containsEntry("authority", Authority.COUNCIL);
    }

    @Test
    void aPlanTakesEachTargetOnceAndNothingOfItWhenRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(province, () -> Story.target(plan, "GRDP_GROWTH", "%", "9")))
                .withMessageStartingWith("target-exists");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(province, () -> Story.target(plan, "GRDP_GROWTH", "tỷ đồng", "9")))
                .withMessageStartingWith("unit-mismatch");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(province, () -> Story.target(plan, "NOTHING", "%", "9")))
                .withMessageStartingWith("unknown-indicator");
        assertThat(House.in(province, () -> House.get(TargetStore.class).revisions(target.id())))
                .hasSize(1);
    }

    @Test
    void anotherProvincesTargetIsUnknownLikeOneThatNeverWas() {
        TenantId other = House.province();
        assertThat(refusal(other, target.id())).isEqualTo("unknown-target {target=%s}".formatted(target.id()));
        UUID never = new UUID(1, 1);
        assertThat(refusal(other, never)).isEqualTo("unknown-target {target=%s}".formatted(never));
    }

    private static String refusal(TenantId province, UUID target) {
        try {
            House.in(province, () -> House.get(AmendTarget.class).amend(Story.amendment(target, 1, "9")));
            return "";
        } catch (Refusal refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
