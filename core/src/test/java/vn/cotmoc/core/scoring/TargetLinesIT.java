package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.plans.AdvancePlan;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.targets.AmendTarget;
import vn.cotmoc.core.targets.SetTarget;
import vn.cotmoc.core.tenancy.TenantId;

class TargetLinesIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private TenantId province;
    private Plan plan;
    private UUID target;

    @BeforeEach
    void aTarget() {
        province = House.province();
        plan = House.in(province, () -> Story.draft("2023"));
        target = House.in(
                province, () -> Story.target(plan, "GRDP_GROWTH", "%", "8").id());
    }

    @Test
    void anAmendmentCountsFromTheDayItWasDecidedOn() {
        amend(END_OF_2023);
        assertThat(revisionOn(END_OF_2023.minusDays(1))).isEqualTo(1);
        assertThat(revisionOn(END_OF_2023)).isEqualTo(2);
    }

    @Test
    void whatIsWrittenIntoADraftIsTheTargetAsItIsAdopted() {
        amend(null);
        adopt();
        assertThat(revisionOn(END_OF_2023)).isEqualTo(2);
        assertThat(revisionOn(TODAY.minusDays(2))).isEqualTo(2);
        assertThat(aimed(END_OF_2023, Aims.ORIGINAL)).containsExactly(2);
        House.in(province, () -> House.get(AmendTarget.class).amend(Story.amendment(target, 2, "10")));
        assertThat(revisionOn(END_OF_2023.minusDays(1))).isEqualTo(2);
        assertThat(revisionOn(END_OF_2023)).isEqualTo(3);
        assertThat(aimed(END_OF_2023, Aims.ORIGINAL)).containsExactly(2);
    }

    @Test
    void whatIsAddedToAPlanThatWasAdoptedCountsFromItsDecisionAndIsNoOriginalTarget() {
        UUID resolution = adopt();
        UUID paper = House.in(province, () -> Story.instrument("30/NQ-HĐND").id());
        LocalDate decided = LocalDate.of(2023, 7, 5);
        House.in(
                province,
                () -> House.get(SetTarget.class).set(Story.added(plan, "POVERTY_RATE", "%", decided, paper, null)));
        House.in(
                province,
                () -> House.get(SetTarget.class)
                        .set(Story.added(plan, "TRAINED_LABOUR_RATE", "%", null, resolution, null)));
        assertThat(aimed(decided.minusDays(1), Aims.CURRENT))
                .as("one stands in the paper that adopted the plan")
                .hasSize(2);
        assertThat(aimed(decided, Aims.CURRENT)).hasSize(3);
        assertThat(aimed(END_OF_2023, Aims.ORIGINAL)).hasSize(2);
    }

    /** @return the paper */
    private UUID adopt() {
        UUID resolution =
                House.in(province, () -> Story.instrument("15/NQ-HĐND").id());
        House.in(
                province,
                () -> House.get(AdvancePlan.class)
                        .advance(new AdvancePlan.Command(
                                plan.id(), 1, PlanStatus.ADOPTED, resolution, LocalDate.of(2022, 12, 10), null)));
        return resolution;
    }

    @Test
    void amendmentsFollowEachOtherAndNoneIsDecidedTomorrow() {
        refused("decided-ahead", TODAY.plusDays(1));
        amend(END_OF_2023);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> amend(2, END_OF_2023.minusDays(1)))
                .withMessageStartingWith("decided-before");
        amend(2, END_OF_2023);
        assertThat(revisionOn(END_OF_2023)).isEqualTo(3);
    }

    @Test
    void aTargetWithoutAStatedDayHoldsFromTheStart() {
        assertThat(revisionOn(LocalDate.of(2023, 1, 1))).isEqualTo(1);
    }

    private void refused(String code, LocalDate decidedOn) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> amend(decidedOn))
                .withMessageStartingWith(code);
    }

    private void amend(@Nullable LocalDate decidedOn) {
        amend(1, decidedOn);
    }

    private void amend(int expected, @Nullable LocalDate decidedOn) {
        House.in(province, () -> {
            AmendTarget.Command command = Story.amendment(target, expected, "9");
            return House.get(AmendTarget.class)
                    .amend(new AmendTarget.Command(
                            command.target(),
                            command.expectedRevision(),
                            command.aim(),
                            command.wording(),
                            command.source(),
                            command.reason(),
                            decidedOn,
                            null));
        });
    }

    private int revisionOn(LocalDate day) {
        return aimed(day, Aims.CURRENT).getFirst();
    }

    /** The numbers of the revisions that count. */
    private List<Integer> aimed(LocalDate day, Aims aims) {
        return House.in(
                        province,
                        () -> House.transaction(
                                () -> House.get(TargetLines.class).of(plan.id(), day, aims)))
                .stream()
                .map(line -> line.revision().number())
                .toList();
    }
}
