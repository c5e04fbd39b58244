package vn.cotmoc.core.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.publications.OverviewView;
import vn.cotmoc.core.publications.PublishFigures;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.AssessPlan;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.core.tenancy.TenantId;

class WithdrawalsIT {

    private static final String GROWTH = "GRDP_GROWTH";
    private static final Period YEAR = Period.ofYear(2023);

    private final LocalDate today = LocalDate.now(House.get(Clock.class));
    private final LocalDate yesterday = today.minusDays(1);
    private TenantId province;

    @BeforeEach
    void aProvince() {
        province = House.province(true);
    }

    @Test
    void fromTodayOnThePreviousVintageSpeaksAndAsKnownBeforeItIsStillThere() {
        figure("7.1");
        Observation mistaken = figure("71");
        withdraw(mistaken);
        assertThat(believed(yesterday)).isEqualTo(Amount.of(71));
        assertThat(believed(today)).isEqualTo(Amount.parse("7.1"));
        assertThat(listed(yesterday)).hasSize(2);
        assertThat(listed(today)).hasSize(1);
        assertThat(in(() -> House.get(ObservationView.class)
                        .list(new ObservationView.Query(GROWTH, null, null, null, null, 5))))
                .as("without a day everything that was ever recorded")
                .hasSize(2);
    }

    @Test
    void theOnlyFigureLeavesNone() {
        withdraw(figure("71"));
        assertThat(in(() -> House.get(FigureView.class).figure(query(today))).value())
                .isEmpty();
    }

    @Test
    void ratingsFollow() {
        figure("7.1");
        Observation mistaken = figure("9");
        Plan plan = in(() -> Story.plan("2023"));
        in(() -> Story.target(plan, GROWTH, "%", "8"));
        withdraw(mistaken);
        assertThat(actual(plan, yesterday)).isEqualTo("9");
        assertThat(actual(plan, today)).isEqualTo("7.1");
    }

    @Test
    void checksForgetWhatWasWithdrawn() {
        in(() -> Story.figure("BUDGET_REVENUE", "tỷ đồng", "2022", "100"));
        Observation mistaken = in(() -> Story.figure("BUDGET_REVENUE", "tỷ đồng", "2022", "1000"));
        withdraw(mistaken);
        Observation next = in(() -> Story.figure("BUDGET_REVENUE", "tỷ đồng", "2023", "110"));
        assertThat(remarks(next).warnings()).isEmpty();
    }

    @Test
    void theReasonAndWhoStandBesideTheFigure() {
        Observation mistaken = figure("71");
        withdraw(mistaken);
        assertThat(Objects.requireNonNull(remarks(mistaken).withdrawal())).satisfies(withdrawal -> {
            assertThat(withdrawal.reason()).isEqualTo("gõ nhầm dấu phẩy");
            assertThat(withdrawal.recordedBy()).isEqualTo("nguoi-thu");
            assertThat(withdrawal.withdrawnOn()).isEqualTo(today);
        });
    }

    @Test
    void whatWasNeverPublishedStaysUnknownToTheMinistry() {
        Observation mistaken = figure("71");
        withdraw(mistaken);
        assertThat(in(() -> House.get(PublishFigures.class).publish(YEAR)).figures())
                .isZero();
        assertThat(House.asMinistry("select observation_id::text from published_withdrawal where tenant_id = '%s'"
                        .formatted(province)))
                .isEmpty();
    }

    /** Real provinces, whose figures make the columns, all with the one that other tests publish. */
    @Test
    void theMinistryStopsCountingWhatWasPublishedAndSaysSo() {
        province = House.province();
        Observation mistaken = figure("71");
        in(() -> House.get(PublishFigures.class).publish(YEAR));
        withdraw(mistaken);
        assertThat(overview(yesterday).withdrawnOn()).isNull();
        assertThat(overview(yesterday).amount()).isEqualTo(Amount.of(71));
        assertThat(overview(today).withdrawnOn()).isEqualTo(today);
        figure("7.1");
        in(() -> House.get(PublishFigures.class).publish(YEAR));
        assertThat(overview(today).withdrawnOn()).isNull();
        assertThat(overview(today).amount()).isEqualTo(Amount.parse("7.1"));
    }

    @Test
    void ofNoFiguresNothingIsSaid() {
        assertThat(in(() -> House.get(RemarkView.class).of(List.of()))).isEmpty();
    }

    @Test
    void onceIsEnough() {
        Observation mistaken = figure("71");
        withdraw(mistaken);
        refused(mistaken.id(), true, "already-withdrawn");
    }

    @Test
    void whatIsUnknownOrAnotherProvincesIsUnknownAlike() {
        refused(new UUID(0, 1), true, "unknown-observation");
        TenantId other = House.province(true);
        Observation foreign = House.in(other, () -> Story.figure(GROWTH, "%", "2023", "5"));
        refused(foreign.id(), true, "unknown-observation");
    }

    @Test
    void somebodyElsesFigureIsForAnApproverToWithdraw() {
        Observation figure = figure("71");
        House.asSuperuser(
                "update observation set recorded_by = 'nguoi-khac' where observation_id = '%s'".formatted(figure.id()));
        refused(figure.id(), false, "withdrawal-not-own");
        in(() -> House.get(WithdrawObservation.class)
                .withdraw(new WithdrawObservation.Command(figure.id(), "duyệt lại", true)));
    }

    @Test
    void aYearsCourseDerivesWhatFollowsOfTotalsOnly() {
        in(() -> Story.figure("BUDGET_REVENUE", "tỷ đồng", "2023-H1", "100"));
        in(() -> Story.figure("BUDGET_REVENUE", "tỷ đồng", "2023-Q1", "40"));
        CourseView.Line second = line("BUDGET_REVENUE", "2023-Q2");
        assertThat(second.discrete()).map(Derivation.Derived::amount).contains(Amount.of(60));
        assertThat(second.toDate()).map(Derivation.Derived::isEntered).contains(true);
        assertThat(line("BUDGET_REVENUE", "2023-Q3").discrete()).isEmpty();
        in(() -> Story.figure(GROWTH, "%", "2023-Q1", "6"));
        in(() -> Story.figure(GROWTH, "%", "2023-H1", "7"));
        assertThat(line(GROWTH, "2023-Q2").discrete()).as("a rate").isEmpty();
        assertThat(line(GROWTH, "2023-Q1").discrete())
                .map(Derivation.Derived::amount)
                .contains(Amount.of(6));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> in(() -> House.get(CourseView.class)
                        .course(new CourseView.Query(
                                GROWTH, null, "", Period.parse("2023-Q1"), Calendar.CIVIL, today))))
                .withMessageStartingWith("course-period");
    }

    private CourseView.Line line(String indicator, String period) {
        return in(() -> House.get(CourseView.class)
                        .course(new CourseView.Query(indicator, null, "", YEAR, Calendar.CIVIL, today)))
                .lines()
                .stream()
                .filter(line -> line.period().equals(Period.parse(period)))
                .findFirst()
                .orElseThrow();
    }

    private OverviewView.Figure overview(LocalDate asOf) {
        OverviewView.Overview overview = House.get(OverviewView.class).overview(asOf);
        int column = overview.columns().stream()
                .map(OverviewView.Column::code)
                .toList()
                .indexOf(GROWTH);
        return overview.provinces().stream()
                .filter(row -> row.id().equals(province.value()))
                .map(row -> Objects.requireNonNull(row.figures().get(column)))
                .findFirst()
                .orElseThrow();
    }

    private void refused(UUID figure, boolean approver, String code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> in(() -> House.get(WithdrawObservation.class)
                        .withdraw(new WithdrawObservation.Command(figure, "nhầm", approver))))
                .withMessageStartingWith(code);
    }

    private String actual(Plan plan, LocalDate day) {
        Explanation explanation = in(() -> House.get(AssessPlan.class).assess(plan.id(), day, Aims.CURRENT))
                .targets()
                .getFirst();
        return Objects.requireNonNull(explanation.actual()).amount();
    }

    private Amount believed(LocalDate day) {
        return in(() -> House.get(FigureView.class).figure(query(day)))
                .value()
                .orElseThrow()
                .amount();
    }

    private static FigureView.Query query(LocalDate day) {
        return new FigureView.Query(GROWTH, null, YEAR, Calendar.CIVIL, day);
    }

    private List<Observation> listed(LocalDate day) {
        return in(() ->
                House.get(ObservationView.class).list(new ObservationView.Query(GROWTH, null, YEAR, day, null, 5)));
    }

    private RemarkView.Remarks remarks(Observation figure) {
        return Objects.requireNonNull(
                in(() -> House.get(RemarkView.class).of(List.of(figure.id()))).get(figure.id()));
    }

    private Observation figure(String amount) {
        return in(() -> Story.figure(GROWTH, "%", "2023", amount));
    }

    private Withdrawal withdraw(Observation figure) {
        return in(() -> House.get(WithdrawObservation.class)
                .withdraw(new WithdrawObservation.Command(figure.id(), "gõ nhầm dấu phẩy", false)));
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}
