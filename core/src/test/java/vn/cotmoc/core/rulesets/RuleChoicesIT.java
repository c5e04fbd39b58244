package vn.cotmoc.core.rulesets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.replay.ReplayRun;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.AssessPlan;
import vn.cotmoc.core.scoring.Assessment;
import vn.cotmoc.core.scoring.ScorePlan;
import vn.cotmoc.core.scoring.Scorecard;
import vn.cotmoc.core.tenancy.TenantId;

class RuleChoicesIT {

    private static final LocalDate NEW_YEAR = LocalDate.of(2023, 1, 1);

    private TenantId province;
    private Plan plan;

    @BeforeEach
    void aPlanThatIsExceeded() {
        province = House.province();
        plan = House.in(province, () -> Story.plan("2023"));
        House.in(province, () -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "8.4"));
    }

    @Test
    void whereNothingIsChosenTheDefaultHolds() {
        assertThat(assess(END_OF_2023).ruleSet().id()).isEqualTo("fake");
        assertThat(score(END_OF_2023)).isEqualTo("100");
    }

    @Test
    void fromItsDayAChoiceHoldsAndItsPointsCount() {
        choose(null, 0, "other", END_OF_2023);
        assertThat(assess(END_OF_2023.minusDays(1)).ruleSet().id()).isEqualTo("fake");
        assertThat(assess(END_OF_2023).ruleSet().id()).isEqualTo("other");
        assertThat(score(END_OF_2023)).isEqualTo("102.5");
    }

    @Test
    void aPlansOwnChoiceOutranksTheProvinces() {
        Plan another = House.in(province, () -> Story.plan("2021/2025"));
        choose(plan.id(), 0, "other", NEW_YEAR);
        assertThat(assess(END_OF_2023).ruleSet().id()).isEqualTo("other");
        assertThat(House.in(province, () -> House.get(AssessPlan.class).assess(another.id(), END_OF_2023, Aims.CURRENT))
                        .ruleSet()
                        .id())
                .isEqualTo("fake");
    }

    @Test
    void aBackDatedChoiceAltersNoEarlierRun() {
        Scorecard before =
                House.in(province, () -> House.get(ScorePlan.class).score(plan.id(), END_OF_2023, Aims.CURRENT));
        choose(null, 0, "other", NEW_YEAR);
        Scorecard after =
                House.in(province, () -> House.get(ScorePlan.class).score(plan.id(), END_OF_2023, Aims.CURRENT));
        assertThat(after.assessment().ruleSet().id()).isEqualTo("other");
        for (Scorecard run : new Scorecard[] {before, after}) {
            assertThat(House.in(province, () -> House.get(ReplayRun.class).replay(run.id()))
                            .others())
                    .isEmpty();
        }
    }

    @Test
    void versionsFollowEachOtherAndTheNewestOfADayHolds() {
        choose(null, 0, "other", NEW_YEAR);
        RuleChoice back = choose(null, 1, "fake", NEW_YEAR);
        assertThat(back.version()).isEqualTo(2);
        assertThat(assess(END_OF_2023).ruleSet().id()).isEqualTo("fake");
        assertThat(House.in(province, () -> House.get(RuleChoiceView.class).all())
                        .versions())
                .hasSize(2);
    }

    @Test
    void whoChoosesOnTopOfAnOlderVersionOrAnUnknownSetIsTold() {
        refused("unknown-rule-set {ruleSet=nothing}", null, 0, "nothing");
        refused("rules-changed {version=0}", null, 1, "other");
        UUID nobodys = UUID.randomUUID();
        refused("unknown-plan {plan=%s}".formatted(nobodys), nobodys, 0, "other");
        assertThat(House.in(province, () -> House.get(RuleChoiceView.class).all())
                        .versions())
                .isEmpty();
    }

    @Test
    void ofTwoAtOnceOneIsTold() {
        Refusal told = AtOnce.refused(
                province, () -> House.get(ChooseRules.class).choose(command(null, 0, "other", NEW_YEAR)));
        assertThat(told.code()).isEqualTo("rules-changed");
    }

    @Test
    void anotherProvincesChoiceIsNotSeen() {
        choose(null, 0, "other", NEW_YEAR);
        assertThat(House.in(
                                House.province(),
                                () -> House.get(RuleChoiceView.class).all())
                        .versions())
                .isEmpty();
    }

    private void refused(String message, @Nullable UUID of, int seen, String ruleSet) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> choose(of, seen, ruleSet, NEW_YEAR))
                .withMessage(message);
    }

    private RuleChoice choose(@Nullable UUID of, int seen, String ruleSet, LocalDate from) {
        return House.in(province, () -> House.get(ChooseRules.class).choose(command(of, seen, ruleSet, from)));
    }

    private static ChooseRules.Command command(@Nullable UUID of, int seen, String ruleSet, LocalDate from) {
        return new ChooseRules.Command(of, seen, ruleSet, false, null, from, "Để kiểm thử");
    }

    private Assessment assess(LocalDate day) {
        return House.in(province, () -> House.get(AssessPlan.class).assess(plan.id(), day, Aims.CURRENT));
    }

    private String score(LocalDate day) {
        return String.valueOf(assess(day).targets().getFirst().score());
    }
}
