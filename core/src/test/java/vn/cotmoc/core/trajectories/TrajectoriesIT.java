package vn.cotmoc.core.trajectories;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.house.Story.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.audit.Act;
import vn.cotmoc.core.audit.Change;
import vn.cotmoc.core.audit.ChangeView;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.pace.Outlook;
import vn.cotmoc.core.pace.OutlookView;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.AdvancePlan;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.AssessPlan;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.trajectories.SetTrajectory.Given;

class TrajectoriesIT {

    private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 31);

    private TenantId province;
    private Plan plan;
    private UUID growth;

    @BeforeEach
    void aTarget() {
        province = House.province();
        plan = in(() -> Story.plan("2023"));
        growth = in(() -> Story.target(plan, "GRDP_GROWTH", "%", "10").id());
    }

    @Test
    void whatIsGivenIsKeptAsItWasGivenAndEarlierVersionsStayReadable() {
        set(0, growth("2023-Q1", "8.8"), growth("2023-Q2", "9.27"), growth("2023-H1", "9.09"));
        set(
                1,
                new Given(
                        Scenario.BASE,
                        "GRDP_GROWTH_INDUSTRY",
                        null,
                        null,
                        Period.parse("2023-Q1"),
                        Amount.parse("12.5"),
                        "%"));
        List<Trajectory> history = outlook(OCTOBER).history();
        assertThat(history).extracting(Trajectory::version).containsExactly(1, 2);
        assertThat(history.getFirst().checkpoints())
                .extracting(checkpoint -> checkpoint.period() + " " + checkpoint.amount())
                .containsExactly("2023-Q1 8.8", "2023-Q2 9.27", "2023-H1 9.09");
        assertThat(history.getLast().checkpoints())
                .extracting(Checkpoint::indicator)
                .containsExactly("GRDP_GROWTH_INDUSTRY");
    }

    @Test
    void theTrailSaysOfEachCheckpointWhatItWasAndWhatItBecame() {
        set(0, growth("2023-Q1", "8.8"), growth("2023-Q2", "9.27"), growth("2023-H1", "9.09"));
        Given industry = new Given(
                Scenario.HIGH, "GRDP_GROWTH_INDUSTRY", null, null, Period.parse("2023-Q1"), Amount.parse("12.5"), "%");
        set(1, growth("2023-Q1", "8.8"), growth("2023-Q2", "9.5"), industry);
        List<Change> changes = in(() -> House.get(ChangeView.class)
                .list(new ChangeView.Query("trajectory", null, null, null, null, null, null, 10)));
        assertThat(changes).extracting(Change::act).containsExactly(Act.CHANGED, Act.ADDED);
        assertThat(changes).extracting(Change::key).containsExactly(growth + "/2", growth + "/1");
        assertThat(changes.getLast().was()).isEmpty();
        assertThat(changes.getLast().became())
                .containsEntry("base 2023-Q1", "8.8")
                .containsEntry("version", "1");
        assertThat(changes.getFirst().was())
                .isEqualTo(Map.of("version", "1", "base 2023-Q2", "9.27", "base 2023-H1", "9.09"));
        assertThat(changes.getFirst().became())
                .as("its reason, though it is the one that the first had")
                .isEqualTo(Map.of(
                        "version",
                        "2",
                        "base 2023-Q2",
                        "9.5",
                        "high 2023-Q1 GRDP_GROWTH_INDUSTRY",
                        "12.5",
                        "reason",
                        "đặt"));
    }

    @Test
    void theVersionInForceIsTheNewestDecidedByTheDay() {
        set(0, LocalDate.of(2023, 2, 1), growth("2023-Q1", "8.8"));
        set(1, LocalDate.of(2023, 6, 1), growth("2023-Q1", "9"));
        assertThat(outlook(LocalDate.of(2023, 1, 31)).inForce()).isNull();
        assertThat(outlook(LocalDate.of(2023, 5, 31)).inForce())
                .isEqualTo(outlook(OCTOBER).history().getFirst());
        assertThat(outlook(OCTOBER).inForce())
                .isEqualTo(outlook(OCTOBER).history().getLast());
    }

    @Test
    void aVersionWithoutAStatedDayHoldsFromTheBeginningIfItIsTheFirstAndElseFromItsRecording() {
        set(0, growth("2023-Q1", "8.8"));
        set(1, growth("2023-Q1", "9"));
        assertThat(outlook(OCTOBER).inForce())
                .isEqualTo(outlook(OCTOBER).history().getFirst());
        assertThat(outlook(LocalDate.of(2199, 1, 1)).inForce())
                .isEqualTo(outlook(OCTOBER).history().getLast());
    }

    @Test
    void aGrowthRateIsRatedOnTheWayAndTheExplanationSaysByWhat() {
        in(() -> Story.figure("GRDP_GROWTH", "%", "2023-01/2023-09", "9.5"));
        assertThat(assessed().facts().evidence()).isEqualTo("incomparable");
        set(0, growth("2023-H1", "9.09"), growth("2023-01/2023-09", "9.68"));
        Explanation explanation = assessed();
        assertThat(explanation.facts().evidence()).isEqualTo("partial");
        assertThat(explanation.facts().paceBand()).isEqualTo("behind");
        assertThat(explanation.expected()).isNull();
        assertThat(explanation.expectedBasis()).isEqualTo("stated");
        assertThat(explanation.checkpoint())
                .isEqualTo(new Explanation.Expected("9.68", "2023-01/2023-09", 1, "-0.18", null));
    }

    @Test
    void anEmptyVersionTakesThePathBack() {
        UUID revenue = in(
                () -> Story.target(plan, "BUDGET_REVENUE", "tỷ đồng", "12000").id());
        in(() -> set(revenue, 0, null, List.of(given(Scenario.BASE, "2023-H1", "5", "nghìn tỷ đồng"))));
        assertThat(in(() -> House.get(OutlookView.class).of(revenue, OCTOBER)).assumed())
                .as("between the checkpoint and the aim, and before it")
                .hasSize(10)
                .allSatisfy(point -> assertThat(point.share()).isNull())
                .extracting(point -> point.months() + " " + point.amount())
                .contains("2023-Q1 2500", "2023-01/2023-09 8500")
                .doesNotContain("2023-H1 5000");
        in(() -> set(revenue, 1, OCTOBER, List.of()));
        Outlook outlook = in(() -> House.get(OutlookView.class).of(revenue, OCTOBER));
        assertThat(outlook.history().getFirst().checkpoints().getFirst().amount())
                .hasToString("5000");
        assertThat(outlook.assumed())
                .hasSize(11)
                .extracting(Outlook.Point::origin)
                .containsOnly(Origin.LINEAR);
        assertThat(outlook.assumed().get(5).amount()).hasToString("6000");
    }

    @ParameterizedTest
    @CsvSource({
        "2022-Q4, 8,   %,  checkpoint-outside /checkpoints/1/period",
        "2023-Q1, 9,   %,  checkpoint-repeated /checkpoints/1/period",
        "2023-Q2, 9,   xã, unit-mismatch /checkpoints/1/unit"
    })
    void aCheckpointThatCannotBeIsRefusedAtItsPlace(String months, String amount, String unit, String refusal) {
        assertThat(refusal(() -> set(
                        growth,
                        0,
                        null,
                        List.of(growth("2023-Q1", "8.8"), given(Scenario.BASE, months, amount, unit)))))
                .isEqualTo(refusal);
        assertThat(outlook(OCTOBER).history()).isEmpty();
    }

    @Test
    void scenariosKeepTheirOrderInTheDirectionThatIsBetter() {
        assertThat(refusal(() -> set(
                        growth,
                        0,
                        null,
                        List.of(
                                growth("2023-Q1", "8.8"),
                                given(Scenario.HIGH, "2023-Q1", "9.2", "%"),
                                given(Scenario.LOW, "2023-Q1", "8.9", "%")))))
                .isEqualTo("scenario-crossed /checkpoints/2/amount");
        UUID poverty = in(() -> Story.target(plan, "POVERTY_RATE", "%", "6").id());
        in(() -> set(
                poverty,
                0,
                null,
                List.of(
                        given(Scenario.LOW, "2023-H1", "9", "%"),
                        given(Scenario.BASE, "2023-H1", "8", "%"),
                        given(Scenario.HIGH, "2023-H1", "7", "%"))));
        assertThat(refusal(() -> set(
                        poverty,
                        1,
                        null,
                        List.of(given(Scenario.LOW, "2023-H1", "7", "%"), given(Scenario.BASE, "2023-H1", "8", "%")))))
                .isEqualTo("scenario-crossed /checkpoints/1/amount");
    }

    @Test
    void unknownIndicatorsAndPlacesAreRefusedAtTheirPlace() {
        UUID foreign = House.in(
                House.province(),
                () -> Story.area("Xã", vn.cotmoc.core.areas.AreaLevel.COMMUNE, "9")
                        .id());
        assertThat(refusal(() -> set(growth, 0, null, List.of(of("NO_SUCH", null)))))
                .isEqualTo("unknown-indicator /checkpoints/0/indicator");
        assertThat(refusal(() -> set(growth, 0, null, List.of(of(null, foreign)))))
                .isEqualTo("unknown-area /checkpoints/0/area");
        assertThat(refusal(() -> set(new UUID(1, 1), 0, null, List.of()))).startsWith("unknown-target");
        assertThat(refusal(() -> House.get(OutlookView.class).of(new UUID(1, 1), OCTOBER)))
                .startsWith("unknown-target");
    }

    @Test
    void ofTwoAtOnceExactlyOneIsStoredAndTheOtherIsTold() {
        Refusal told = AtOnce.refused(province, () -> set(growth, 0, null, List.of(growth("2023-Q1", "8.8"))));
        assertThat(told.getMessage()).isEqualTo("trajectory-changed {version=1}");
        assertThat(refusal(() -> set(growth, 0, null, List.of()))).isEqualTo("trajectory-changed null");
        assertThat(outlook(OCTOBER).history()).hasSize(1);
    }

    @Test
    void decisionsFollowEachOtherAndAreNotAhead() {
        set(0, OCTOBER, growth("2023-Q1", "8.8"));
        assertThat(refusal(() -> set(growth, 1, OCTOBER.minusDays(1), List.of())))
                .isEqualTo("decided-before /decidedOn");
        assertThat(refusal(() -> set(growth, 1, LocalDate.of(2199, 1, 1), List.of())))
                .isEqualTo("decided-ahead /decidedOn");
    }

    @Test
    void aTargetWithoutAmountsAndAClosedPlanTakeNone() {
        UUID balance = in(() -> Story.target(
                        plan,
                        Authority.COUNCIL,
                        "RECURRENT_BALANCE",
                        "có/không",
                        new Aim(Comparator.YES_NO, null, null, null, null)))
                .id();
        assertThat(refusal(() -> set(balance, 0, null, List.of()))).isEqualTo("trajectory-condition null");
        in(() -> House.get(AdvancePlan.class)
                .advance(new AdvancePlan.Command(plan.id(), 1, PlanStatus.CLOSED, null, Story.END_OF_2023, null)));
        assertThat(refusal(() -> set(growth, 0, null, List.of()))).isEqualTo("plan-closed null");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-Q1, 10000, 2026-H1, 9000, checkpoint-falls /checkpoints/1/amount",
        "2026-01/2026-09, 8000, 2026-H1, 9000, checkpoint-falls /checkpoints/1/amount",
        "2026-Q1, 9000, 2026-H1, 9000, ''",
        "2026-Q2, 9000, 2026-H1, 8000, ''",
        "2026-Q1, 1, 2026-H1, -1, figure-below-lowest /checkpoints/1/amount"
    })
    void aTotalToDateNeverFallsAndIsNothingThatCannotBe(
            String one, String amount, String other, String otherAmount, String refusal) {
        Plan year = in(() -> Story.plan("2026"));
        UUID revenue = in(
                () -> Story.target(year, "BUDGET_REVENUE", "tỷ đồng", "12000").id());
        List<Given> path = List.of(
                given(Scenario.BASE, one, amount, "tỷ đồng"), given(Scenario.BASE, other, otherAmount, "tỷ đồng"));
        if (refusal.isEmpty()) {
            assertThat(in(() -> set(revenue, 0, null, path)).checkpoints()).hasSize(2);
        } else {
            assertThat(refusal(() -> set(revenue, 0, null, path))).isEqualTo(refusal);
        }
    }

    private static Given growth(String months, String amount) {
        return given(Scenario.BASE, months, amount, "%");
    }

    private static Given of(@Nullable String indicator, @Nullable UUID area) {
        return new Given(Scenario.BASE, indicator, area, null, Period.parse("2023-Q1"), Amount.parse("1"), "%");
    }

    private void set(int expected, Given... checkpoints) {
        in(() -> set(growth, expected, null, List.of(checkpoints)));
    }

    private void set(int expected, LocalDate decidedOn, Given... checkpoints) {
        in(() -> set(growth, expected, decidedOn, List.of(checkpoints)));
    }

    private static Trajectory set(UUID target, int expected, @Nullable LocalDate decidedOn, List<Given> checkpoints) {
        return House.get(SetTrajectory.class)
                .set(new SetTrajectory.Command(target, expected, checkpoints, "Kịch bản", "đặt", decidedOn));
    }

    private Outlook outlook(LocalDate day) {
        return in(() -> House.get(OutlookView.class).of(growth, day));
    }

    private Explanation assessed() {
        return in(() -> House.get(AssessPlan.class)
                .assess(plan.id(), OCTOBER, Aims.CURRENT)
                .targets()
                .getFirst());
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
