package vn.cotmoc.core.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.core.scoring.ScorePlan;
import vn.cotmoc.core.tenancy.TenantId;

class NationalThresholdIT {

    private TenantId province;

    @BeforeEach
    void aProvince() {
        province = House.province();
    }

    @Test
    void aProvinceWithoutItsOwnIsRatedByTheNationsFromItsDayOnAndEachRunSaysByWhich() {
        Plan plan = House.in(province, () -> Story.plan("2023"));
        House.in(province, () -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
        Threshold first = all().on(today()).of(Scope.NATION).orElseThrow();
        Threshold next = House.in(TenantId.NATION, () -> Story.nationsThreshold("1.2"));

        assertThat(House.asSuperuser("select became from change where tenant_id = 'nation' and subject_key = '%s'"
                        .formatted(next.id())))
                .as("the nation's trail")
                .singleElement(STRING)
                .contains("\"exceededFrom\":\"1.2\"");

        Explanation.InForce before = record(plan, today());
        assertThat(before.scope()).isEqualTo("nation");
        assertThat(before.id()).isEqualTo(first.id());
        Explanation.InForce after = record(plan, today().plusDays(1));
        assertThat(after.id()).isEqualTo(next.id());
        assertThat(after.exceededFrom()).isEqualTo("1.2");
        assertThat(House.asSuperuser("""
                select threshold_id::text from threshold where tenant_id = '%s' and national order by version""".formatted(province)))
                .as("copies beside the runs that were made by them")
                .containsExactly(first.id().toString(), next.id().toString());

        House.in(province, () -> House.get(SetThreshold.class).set(Story.threshold(null, 0, "1.3")));
        assertThat(record(plan, today().plusDays(1)).scope()).isEqualTo("province");
        House.in(province, () -> House.get(SetThreshold.class).set(withdrawal(1)));
        assertThat(record(plan, today().plusDays(1)).id()).isEqualTo(next.id());
    }

    @Test
    void theNationsHoldsFromTheNextDayAndIsNeverWithdrawn() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ofNation(false, today()))
                .withMessageStartingWith("threshold-too-soon");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ofNation(true, today().plusDays(1)))
                .withMessageStartingWith("threshold-not-own");
    }

    @Test
    void onlyTheNationsWorkspaceSetsItAndTheDatabaseTakesItFromNobodyElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> House.in(province, () -> Story.nationsThreshold("1.2")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> House.in(
                        TenantId.NATION, () -> House.get(SetThreshold.class).set(Story.threshold(null, 0, "1.1"))));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> House.in(
                        province,
                        () -> House.transaction(
                                () -> House.get(DSLContext.class).execute("""
                                insert into national_threshold
                                select gen_random_uuid(), 1000 + version, exceeded_from, nearly_from, on_track_from, behind_from,
                                       tolerance, likely_from, open_from, stale_from, range_met, ceiling_index, valid_from, reason,
                                       recorded_at, recorded_by
                                from national_threshold where version = 1"""))))
                .withMessageContaining("row-level security");
    }

    @Test
    void whatIsNotItsOwnCannotBeWithdrawn() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        House.in(province, () -> House.get(SetThreshold.class).set(withdrawal(0))))
                .withMessage("threshold-not-own {version=0}");
        House.in(province, () -> House.get(SetThreshold.class).set(Story.threshold(null, 0, "1.3")));
        House.in(province, () -> House.get(SetThreshold.class).set(withdrawal(1)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        House.in(province, () -> House.get(SetThreshold.class).set(withdrawal(2))))
                .withMessage("threshold-not-own {version=2}");
        assertThat(House.in(province, () -> House.get(ThresholdView.class).all())
                        .on(LocalDate.of(2023, 6, 1))
                        .of("GRDP_GROWTH", new UUID(0, 0)))
                .get()
                .extracting(Threshold::scope)
                .isEqualTo(Scope.NATION);
    }

    private static SetThreshold.Command withdrawal(int seen) {
        return new SetThreshold.Command(
                Scope.PROVINCE, seen, CutPoints.OWN_DESIGN, true, LocalDate.of(2023, 1, 1), "theo quốc gia");
    }

    private static Thresholds all() {
        return House.in(TenantId.NATION, () -> House.get(ThresholdView.class).all());
    }

    private static Threshold ofNation(boolean withdrawn, LocalDate day) {
        int newest = all().newest(Scope.NATION).orElseThrow().version();
        SetThreshold.Command command =
                new SetThreshold.Command(Scope.NATION, newest, CutPoints.OWN_DESIGN, withdrawn, day, "thử");
        return House.in(TenantId.NATION, () -> House.get(SetThreshold.class).set(command));
    }

    private static LocalDate today() {
        return LocalDate.now(House.get(Clock.class));
    }

    private Explanation.InForce record(Plan plan, LocalDate day) {
        List<Explanation> targets = House.in(
                        province, () -> House.get(ScorePlan.class).score(plan.id(), day, Aims.CURRENT))
                .assessment()
                .targets();
        return targets.getFirst().threshold();
    }
}
