package vn.cotmoc.core.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.charges.PutInCharge;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.plans.PlanView;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.TargetLines;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.units.UnitKind;

/** Mistakes in a draft are taken back; what was adopted is taken back by a paper only. */
class WithdrawTargetIT {

    private final TenantId province = House.province();

    @Test
    void whatIsTakenOutOfADraftNeverCountsAndLeavesItsPlaceToAnother() {
        Plan draft = in(() -> Story.draft("2023"));
        Target mistaken = in(() -> Story.target(draft, "GRDP_GROWTH", "%", "80"));
        withdraw(mistaken, null, null);
        for (Aims aims : Aims.values()) {
            assertThat(aimed(draft, LocalDate.of(2022, 1, 1), aims)).isEmpty();
            assertThat(aimed(draft, END_OF_2023, aims)).isEmpty();
        }
        assertThat(in(() -> House.get(PlanView.class).require(draft.id())).targets())
                .isZero();
        Withdrawn seen = in(() -> House.get(TargetView.class).require(mistaken.id()))
                .target()
                .withdrawn();
        assertThat(seen).isNotNull().satisfies(withdrawn -> {
            assertThat(withdrawn.reason()).isEqualTo("nhập nhầm");
            assertThat(withdrawn.by()).isEqualTo(Story.ME);
            assertThat(withdrawn.on()).isNull();
        });
        Target right = in(() -> Story.target(draft, "GRDP_GROWTH", "%", "8"));
        assertThat(aimed(draft, END_OF_2023, Aims.CURRENT)).containsExactly(right.id());
        assertThat(refusal(() -> Story.target(draft, "GRDP_GROWTH", "%", "9"))).isEqualTo("target-exists");
    }

    @Test
    void onlyAPaperTakesBackWhatWasAdoptedAndOriginalAimsStillSeeIt() {
        Plan plan = in(() -> Story.plan("2023"));
        Target target = in(() -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
        assertThat(refusal(() -> House.get(WithdrawTarget.class).withdraw(command(target, 1, END_OF_2023, null))))
                .isEqualTo("amendment-instrument");
        UUID paper = in(() -> Story.instrument("30/NQ-HĐND").id());
        LocalDate decided = LocalDate.of(2023, 7, 1);
        withdraw(target, decided, paper);
        assertThat(aimed(plan, decided.minusDays(1), Aims.CURRENT)).containsExactly(target.id());
        assertThat(aimed(plan, decided, Aims.CURRENT)).isEmpty();
        assertThat(aimed(plan, END_OF_2023, Aims.ORIGINAL)).containsExactly(target.id());
        PlanView.Line amended = in(() -> House.get(PlanView.class).require(plan.id()));
        assertThat(amended.status()).isEqualTo(PlanStatus.AMENDED);
        assertThat(in(() -> House.get(TargetView.class).require(target.id())).instruments())
                .containsKey(paper);
    }

    @Test
    void theTrailSaysWhoAndWhyAndByWhichPaper() {
        Plan plan = in(() -> Story.plan("2023"));
        Target target = in(() -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
        UUID paper = in(() -> Story.instrument("30/NQ-HĐND").id());
        withdraw(target, END_OF_2023, paper);
        assertThat(House.asSuperuser(
                        "select concat_ws(' ', made_by, instrument, became) from change where subject = 'target' and act = 'changed' and subject_key = '%s'"
                                .formatted(target.id())))
                .singleElement()
                .asString()
                .contains(Story.ME, "30/NQ-HĐND", "nhập nhầm", "2023-12-31");
    }

    @Test
    void nothingMoreIsDecidedAboutAWithdrawnTarget() {
        Plan draft = in(() -> Story.draft("2023"));
        Target target = in(() -> Story.target(draft, "GRDP_GROWTH", "%", "8"));
        withdraw(target, null, null);
        assertThat(refusal(() -> House.get(AmendTarget.class).amend(Story.amendment(target.id(), 1, "9"))))
                .isEqualTo("target-withdrawn");
        assertThat(refusal(() -> House.get(WithdrawTarget.class).withdraw(command(target, 1, null, null))))
                .isEqualTo("target-withdrawn");
        UUID unit = in(() -> Story.unit("STC2", UnitKind.DEPARTMENT, null).id());
        assertThat(refusal(() -> House.get(PutInCharge.class)
                        .put(new PutInCharge.Command(target.id(), 0, unit, List.of(), "phân công"))))
                .isEqualTo("target-withdrawn");
    }

    @Test
    void aDraftNeedsNoPaperAndWhoHasNotSeenTheNewestRevisionIsTold() {
        Plan draft = in(() -> Story.draft("2023"));
        Target target = in(() -> Story.target(draft, "GRDP_GROWTH", "%", "8"));
        UUID paper = in(() -> Story.instrument("30/NQ-HĐND").id());
        assertThat(refusal(() -> House.get(WithdrawTarget.class).withdraw(command(target, 1, null, paper))))
                .isEqualTo("draft-withdrawal");
        assertThat(refusal(() -> House.get(WithdrawTarget.class).withdraw(command(target, 1, END_OF_2023, null))))
                .isEqualTo("draft-withdrawal");
        assertThat(refusal(() -> House.get(WithdrawTarget.class).withdraw(command(target, 2, null, null))))
                .isEqualTo("target-changed");
    }

    @Test
    void ofTwoWhoWithdrawAtOnceOneIsTold() {
        Plan draft = in(() -> Story.draft("2023"));
        Target target = in(() -> Story.target(draft, "GRDP_GROWTH", "%", "8"));
        assertThat(AtOnce.refused(province, () -> {
                            House.get(WithdrawTarget.class).withdraw(command(target, 1, null, null));
                            return "";
                        })
                        .code())
                .isEqualTo("target-withdrawn");
    }

    private void withdraw(Target target, @Nullable LocalDate decidedOn, @Nullable UUID instrument) {
        in(() -> {
            House.get(WithdrawTarget.class).withdraw(command(target, 1, decidedOn, instrument));
            return "";
        });
    }

    private static WithdrawTarget.Command command(
            Target target, int seen, @Nullable LocalDate decidedOn, @Nullable UUID instrument) {
        return new WithdrawTarget.Command(target.id(), seen, "nhập nhầm", decidedOn, instrument);
    }

    private List<UUID> aimed(Plan plan, LocalDate day, Aims aims) {
        return in(() -> House.transaction(() -> House.get(TargetLines.class).of(plan.id(), day, aims))).stream()
                .map(line -> line.target().id())
                .toList();
    }

    private String refusal(Runnable work) {
        try {
            in(() -> {
                work.run();
                return "";
            });
            return "";
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}
