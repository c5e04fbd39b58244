package vn.cotmoc.core.charges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.plans.AdvancePlan;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.units.ChangeUnit;
import vn.cotmoc.core.units.UnitKind;

class ChargesIT {

    private TenantId province;
    private Plan plan;
    private UUID target;
    private UUID health;
    private UUID labour;
    private UUID finance;

    @BeforeEach
    void aTargetAndUnits() {
        province = House.province();
        plan = in(() -> Story.plan("2023"));
        target = in(() -> Story.target(plan, "GRDP_GROWTH", "%", "8").id());
        health = in(() -> Story.unit("SYT", UnitKind.DEPARTMENT, null).id());
        labour = in(() -> Story.unit("SLD", UnitKind.DEPARTMENT, null).id());
        finance = in(() -> Story.unit("SKH", UnitKind.DEPARTMENT, null).id());
    }

    @Test
    void theNewestChargeCountsAndEarlierOnesStayReadable() {
        assertThat(history()).isEmpty();
        in(() -> put(0, health, List.of(labour, finance)));
        in(() -> put(1, labour, List.of()));
        assertThat(history()).extracting(Charge::number).containsExactly(1, 2);
        Charge first = history().getFirst();
        assertThat(first.owner()).isEqualTo(new Charge.InCharge(health, "Sở SYT"));
        assertThat(first.coordinators()).extracting(Charge.InCharge::name).containsExactly("Sở SKH", "Sở SLD");
        assertThat(history().getLast().owner().unit()).isEqualTo(labour);
        assertThat(history().getLast().coordinators()).isEmpty();
    }

    @Test
    void ofTwoChargesAtOnceExactlyOneIsStoredAndTheOtherIsTold() {
        Refusal told = AtOnce.refused(province, () -> put(0, health, List.of(labour)));
        assertThat(told.getMessage()).isEqualTo("charge-changed {version=1}");
        assertThat(history()).hasSize(1);
    }

    @Test
    void whoHasNotSeenTheNewestChargeIsTold() {
        in(() -> put(0, health, List.of()));
        assertThat(refusal(() -> put(0, labour, List.of()))).isEqualTo("charge-changed null");
        assertThat(refusal(() -> put(7, labour, List.of()))).isEqualTo("charge-changed null");
    }

    @Test
    void everyUnitIsOpenAndNamedOnceAndRefusedAtItsPlace() {
        assertThat(refusal(() -> put(0, health, List.of(health)))).isEqualTo("coordinator-repeated /coordinators/0");
        assertThat(refusal(() -> put(0, health, List.of(labour, labour))))
                .isEqualTo("coordinator-repeated /coordinators/1");
        assertThat(refusal(() -> put(0, new UUID(1, 1), List.of()))).isEqualTo("unknown-unit /owner");
        UUID foreign = House.in(
                House.province(),
                () -> Story.unit("X", UnitKind.DEPARTMENT, null).id());
        assertThat(refusal(() -> put(0, health, List.of(foreign)))).isEqualTo("unknown-unit /coordinators/0");
        in(() -> House.get(ChangeUnit.class)
                .change(new ChangeUnit.Command(finance, 1, "Sở cũ", "Old", Story.END_OF_2023)));
        assertThat(refusal(() -> put(0, finance, List.of()))).isEqualTo("unit-closed /owner");
        assertThat(history()).isEmpty();
    }

    @Test
    void aClosedPlanTakesNoCharges() {
        in(() -> House.get(AdvancePlan.class)
                .advance(new AdvancePlan.Command(plan.id(), 1, PlanStatus.CLOSED, null, Story.END_OF_2023, null)));
        assertThat(refusal(() -> put(0, health, List.of()))).isEqualTo("plan-closed null");
    }

    private int put(int expected, UUID owner, List<UUID> coordinators) {
        House.get(PutInCharge.class).put(new PutInCharge.Command(target, expected, owner, coordinators, "phân công"));
        return expected + 1;
    }

    private List<Charge> history() {
        return in(() -> House.get(ChargeView.class).history(target));
    }

    private String refusal(Supplier<?> work) {
        try {
            in(work);
            return "";
        } catch (Refusal refused) {
            return refused.code() + " " + refused.at();
        }
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}
