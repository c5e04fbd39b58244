package vn.cotmoc.core.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.DrawUpPlan;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ScorePlan;
import vn.cotmoc.core.tables.DefaultSchema;
import vn.cotmoc.core.tenancy.TenantId;

class PublishFiguresIT {

    private static final Period YEAR = Period.ofYear(2023);

    private TenantId province;

    /** Simulated, so that it does not narrow the columns that other tests' provinces have in common. */
    @BeforeEach
    void aProvinceWithFigures() {
        province = House.province(true);
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "7.1"));
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023-Q1", "6.9"));
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2022", "8.2"));
    }

    @Test
    void untilItIsPublishedTheMinistrySeesNothing() {
        assertThat(figuresForTheMinistry()).isEmpty();
        assertThat(row(END_OF_2023).plans()).isEmpty();
    }

    @Test
    void theMinistrySeesTheYearsFiguresAndNoOthers() {
        assertThat(publish()).isEqualTo(new PublishFigures.Published(YEAR, 1, 0));
        assertThat(figuresForTheMinistry()).containsExactly("GRDP_GROWTH 2023 7.100000");
    }

    @Test
    void publishingAgainAddsWhatIsNew() {
        publish();
        assertThat(publish()).isEqualTo(new PublishFigures.Published(YEAR, 0, 0));
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "7.3"));
        assertThat(publish().figures()).isEqualTo(1);
        assertThat(figuresForTheMinistry())
                .containsExactlyInAnyOrder("GRDP_GROWTH 2023 7.100000", "GRDP_GROWTH 2023 7.300000");
    }

    @Test
    void aPartsFigureIsNeverTakenForTheProvinces() {
        UUID commune = UUID.randomUUID();
        House.asSuperuser("""
                insert into area (tenant_id, area_id, parent_id, level, code, name, valid_from)
                select tenant_id, '%s', area_id, 'commune', '1', 'Xã Một', '2000-01-01' from area where tenant_id = '%s'
                """.formatted(commune, province));
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", commune, "2023", "99"));
        assertThat(publish().figures()).isEqualTo(1);
        assertThat(figuresForTheMinistry()).containsExactly("GRDP_GROWTH 2023 7.100000");
    }

    @Test
    void storedScorecardsAreCountedForTheMinistry() {
        House.in(province, () -> {
            Plan plan = Story.plan("2023");
            Story.target(plan, "GRDP_GROWTH", "%", "7");
            Story.target(plan, "POVERTY_RATE", "%", "5");
            return House.get(ScorePlan.class).score(plan.id(), END_OF_2023, Aims.CURRENT);
        });
        assertThat(publish()).isEqualTo(new PublishFigures.Published(YEAR, 1, 1));
        assertThat(row(END_OF_2023).plans())
                .singleElement()
                .satisfies(plan -> assertThat(plan.counts())
                        .containsEntry(Rating.MET, 1)
                        .containsEntry(Rating.INSUFFICIENT_DATA, 1)
                        .containsEntry(Rating.MISSED, 0));
        assertThat(row(END_OF_2023.minusDays(1)).plans()).isEmpty();
    }

    @Test
    void everyPlanOfTheNewestYearStandsByItselfWithItsNewestRun() {
        House.in(province, () -> {
            for (String title : List.of("Kế hoạch phát triển", "Kế hoạch chuyển đổi số")) {
                Plan plan = House.get(DrawUpPlan.class).drawUp(Story.begun(YEAR, title, PlanStatus.ASSIGNED));
                Story.target(plan, "GRDP_GROWTH", "%", "7");
                House.get(ScorePlan.class).score(plan.id(), END_OF_2023.minusDays(1), Aims.CURRENT);
                House.get(ScorePlan.class).score(plan.id(), END_OF_2023, Aims.CURRENT);
            }
            return null;
        });
        assertThat(publish().scorecards()).isEqualTo(4);
        assertThat(row(END_OF_2023).plans())
                .extracting(OverviewView.PlanCounts::title, OverviewView.PlanCounts::asOf)
                .containsExactly(
                        tuple("Kế hoạch chuyển đổi số", END_OF_2023), tuple("Kế hoạch phát triển", END_OF_2023));
    }

    @Test
    void aRunByOriginalTargetsIsNotPublished() {
        House.in(province, () -> {
            Plan plan = Story.plan("2023");
            Story.target(plan, "GRDP_GROWTH", "%", "7");
            return House.get(ScorePlan.class).score(plan.id(), END_OF_2023, Aims.ORIGINAL);
        });
        assertThat(publish()).isEqualTo(new PublishFigures.Published(YEAR, 1, 0));
    }

    /** As a locked report is published: its figures are of a month that the provinces need not have in common. */
    @Test
    void aReleasedMonthIsTheMinistrysToSeeAndWhatIsNotReleasedIsNot() {
        UUID month = House.in(province, () -> Story.figure("BUDGET_REVENUE", "tỷ đồng", "2023-10", "812.5"))
                .id();
        House.in(province, () -> Story.figure("INDUSTRY_OUTPUT", "tỷ đồng", "2023-10", "3500"));
        assertThat(row(END_OF_2023).latest()).isEmpty();
        House.in(province, () -> House.get(PublishFigures.class).release(List.of(month)));
        assertThat(row(END_OF_2023).latest())
                .extracting(
                        latest -> latest.of().code(),
                        latest -> latest.of().period().toString(),
                        latest -> latest.figure().amount().text())
                .containsExactly(tuple("BUDGET_REVENUE", "2023-10", "812.5"));
    }

    @Test
    void ofAnIndicatorTheFiguresThatEndLastStand() {
        List<UUID> figures = House.in(
                province,
                () -> Stream.of("2023-09", "2023-10", "2023-01/2023-10")
                        .map(period -> Story.figure("BUDGET_REVENUE", "tỷ đồng", period, "812.5")
                                .id())
                        .toList());
        House.in(province, () -> House.get(PublishFigures.class).release(figures));
        assertThat(row(END_OF_2023).latest())
                .extracting(latest -> latest.of().period().toString())
                .containsExactly("2023-10", "2023-01/2023-10");
    }

    /** Real provinces, whose figures make the columns, all with the one that other tests publish; the newest has nothing. */
    @Test
    void aProvinceWithoutPublishedFiguresHidesNoColumnOfTheOthers() {
        for (String amount : List.of("7.5", "8.5")) {
            House.in(House.province(), () -> {
                Story.figure("GRDP_GROWTH", "%", "2023", amount);
                return House.get(PublishFigures.class).publish(YEAR);
            });
        }
        TenantId newest = House.province();
        OverviewView.Overview overview = House.get(OverviewView.class).overview(END_OF_2023);
        assertThat(overview.columns()).extracting(OverviewView.Column::code).contains("GRDP_GROWTH");
        assertThat(overview.provinces())
                .filteredOn(row -> row.id().equals(newest.value()))
                .singleElement()
                .satisfies(row -> assertThat(row.figures()).containsOnlyNulls());
    }

    @Test
    void onlyAYearIsPublished() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        House.in(province, () -> House.get(PublishFigures.class).publish(Period.parse("2023-Q1"))))
                .withMessage("publication-period {period=2023-Q1}");
    }

    @ParameterizedTest
    @MethodSource("tablesOfProvinces")
    void theMinistrysRoleReadsPublishedTablesOnlyAndWritesNone(String table) {
        if (table.startsWith("published_") || table.equals("rule_impact")) {
            assertThat(House.asMinistry("select tenant_id from " + table)).isNotNull();
        } else {
            assertThatThrownBy(() -> House.asMinistry("select tenant_id from " + table))
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> House.asMinistry("delete from " + table)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> House.asMinistry("update " + table + " set tenant_id = 'x'"))
                .hasMessageContaining("permission denied");
    }

    static List<String> tablesOfProvinces() {
        return DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> table.field("tenant_id") != null)
                .map(table -> table.getName())
                .filter(table -> !table.equals("tenant"))
                .toList();
    }

    private PublishFigures.Published publish() {
        return House.in(province, () -> House.get(PublishFigures.class).publish(YEAR));
    }

    private List<String> figuresForTheMinistry() {
        return House.asMinistry(
                "select concat_ws(' ', national_code, period, amount) from published_figure where tenant_id = '%s'"
                        .formatted(province));
    }

    private OverviewView.Row row(LocalDate asOf) {
        return House.get(OverviewView.class).overview(asOf).provinces().stream()
                .filter(row -> row.id().equals(province.value()))
                .findFirst()
                .orElseThrow();
    }
}
