package vn.cotmoc.core.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.Assessment;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ScorePlan;
import vn.cotmoc.core.scoring.Scorecard;
import vn.cotmoc.core.scoring.ScorecardView;
import vn.cotmoc.core.tenancy.TenantId;

class RollUpsIT {

    @Test
    void aPlanIsRolledUpByGroupsAndPlacesAndAStoredRunAsItWas() {
        TenantId province = House.province();
        Plan plan = House.in(province, () -> Story.plan("2023"));
        House.in(province, () -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
        House.in(province, () -> Story.target(plan, "NTM_COMMUNES", "xã", "62"));
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "8.4"));
        House.in(province, () -> Story.figure("NTM_COMMUNES", "xã", "2023", "54"));
        Scorecard stored =
                House.in(province, () -> House.get(ScorePlan.class).score(plan.id(), END_OF_2023, Aims.CURRENT));
        RollUps rollUps = RollUps.of(stored.assessment());
        assertThat(rollUps.plan().worst()).isEqualTo(Rating.MISSED);
        assertThat(rollUps.plan().score()).isEqualTo("50.000000");
        assertThat(rollUps.groups()).hasSize(2);
        assertThat(rollUps.groups()).extracting(group -> group.rollUp().worst()).contains(Rating.MET, Rating.MISSED);
        assertThat(rollUps.places())
                .singleElement()
                .satisfies(place -> assertThat(place.rollUp()).isEqualTo(rollUps.plan()));
        House.in(province, () -> Story.figure("NTM_COMMUNES", "xã", "2023", "63"));
        Assessment read = House.in(
                        province, () -> House.get(ScorecardView.class).require(stored.id()))
                .assessment();
        assertThat(RollUps.of(read)).isEqualTo(rollUps);
    }

    @Test
    void aProvinceIsAllItsPlansThatRunOnTheDay() {
        TenantId province = House.province();
        House.in(province, () -> Story.target(Story.plan("2023"), "GRDP_GROWTH", "%", "8"));
        House.in(province, () -> Story.target(Story.plan("2021/2025"), "NTM_COMMUNES", "xã", "62"));
        House.in(province, () -> Story.target(Story.plan("2022"), "NTM_COMMUNES", "xã", "60"));
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "8.4"));
        RollUpProvince.Rolled rolled =
                House.in(province, () -> House.get(RollUpProvince.class).rollUp(END_OF_2023));
        assertThat(rolled.plans())
                .extracting(plan -> plan.plan().period().toString())
                .containsExactlyInAnyOrder("2023", "2021/2025");
        assertThat(rolled.province().targets()).isEqualTo(2);
        assertThat(rolled.province().counts()).containsAllEntriesOf(Map.of(Rating.MET, 1, Rating.INSUFFICIENT_DATA, 1));
        assertThat(rolled.province().worst()).isEqualTo(Rating.INSUFFICIENT_DATA);
    }

    @Test
    void aProvinceWithoutPlansHasNothingToSay() {
        RollUpProvince.Rolled rolled =
                House.in(House.province(), () -> House.get(RollUpProvince.class).rollUp(END_OF_2023));
        assertThat(rolled.plans()).isEmpty();
        assertThat(rolled.province().worst()).isEqualTo(Rating.INSUFFICIENT_DATA);
    }
}
