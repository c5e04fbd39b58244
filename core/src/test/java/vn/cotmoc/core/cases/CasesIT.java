package vn.cotmoc.core.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.charges.PutInCharge;
import vn.cotmoc.core.evidence.About;
import vn.cotmoc.core.evidence.AttachEvidence;
import vn.cotmoc.core.evidence.Evidence;
import vn.cotmoc.core.evidence.EvidenceView;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.ScorePlan;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.WithdrawTarget;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.units.MoveMember;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitKind;

/** A flag from the run that opens its case to the data that clear it, and what nobody can do to it. */
class CasesIT {

    private static final String GROWTH = "GRDP_GROWTH";
    private static final String OFFICER = "chuyen-vien";
    private static final String APPROVER = "nguoi-duyet";
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 10);
    /** The house's, whose day begins before that of many a machine. */
    private static final LocalDate TODAY = LocalDate.now(House.get(Clock.class));

    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final TenantId province = House.province();
    private final Unit owner = in(() -> department("SNN", OFFICER));
    private final Plan plan = in(() -> Story.plan("2023"));
    private final Target target = in(this::missedTarget);

    private static Unit department(String code, String member) {
        Unit unit = Story.unit(code, UnitKind.DEPARTMENT, null);
        House.get(MoveMember.class).into(unit.id(), member);
        return unit;
    }

    private Target missedTarget() {
        Target missed = Story.target(plan, GROWTH, "%", "8");
        House.get(PutInCharge.class).put(new PutInCharge.Command(missed.id(), 0, owner.id(), List.of(), "phân công"));
        Story.figure(GROWTH, "%", "2023", "7");
        return missed;
    }

    @Test
    void aGraveFlagOpensACaseForTheUnitInChargeAndTellsIt() {
        Case opened = opened();
        assertThat(opened.target()).isEqualTo(target.id());
        assertThat(opened.flag()).isEqualTo("missed");
        assertThat(opened.severity()).isEqualTo(Severity.HIGH);
        assertThat(opened.status()).isEqualTo(CaseStatus.OPEN);
        assertThat(opened.unit()).isEqualTo(owner.id());
        assertThat(opened.asOf()).isEqualTo(FIRST);
        assertThat(acts(opened)).containsExactly(CaseAct.OPENED);
        assertThat(notices(OFFICER, "officer")).containsExactly(NoticeKind.CASE_OPENED);
        assertThat(notices(APPROVER, "approver")).containsExactly(NoticeKind.CASE_OPENED);
    }

    @Test
    void runningAgainOpensNothingTwiceAndOriginalTargetsOpenNothing() {
        in(() -> House.get(ScorePlan.class).score(plan.id(), FIRST, Aims.ORIGINAL));
        assertThat(cases()).isEmpty();
        Case opened = opened();
        run(0);
        run(1);
        assertThat(cases()).containsExactly(opened);
    }

    @Test
    void dataClearItAfterTwoDaysInARowAndTheFlagOpensAnotherThatPointsToIt() {
        Case opened = opened();
        figure("9");
        run(1);
        run(1);
        assertThat(cases()).as("one day, twice").containsExactly(opened);
        run(2);
        Case cleared = newest();
        assertThat(cleared.status()).isEqualTo(CaseStatus.CLEARED);
        assertThat(acts(cleared)).containsExactly(CaseAct.OPENED, CaseAct.CLEARED);
        figure("7");
        run(3);
        Case another = newest();
        assertThat(another.id()).isNotEqualTo(opened.id());
        assertThat(another.previous()).isEqualTo(opened.id());
        assertThat(cases()).hasSize(2);
    }

    @Test
    void whatIsNoLongerAimedAtLeavesNoCaseOpen() {
        opened();
        in(() -> {
            House.get(WithdrawTarget.class)
                    .withdraw(new WithdrawTarget.Command(
                            target.id(),
                            1,
                            "giao lại cho xã",
                            null,
                            Story.instrument("30/NQ-HĐND").id()));
            return "";
        });
        run(1);
        assertThat(newest().status()).isEqualTo(CaseStatus.CLEARED);
        assertThat(acts(newest())).containsExactly(CaseAct.OPENED, CaseAct.TARGET_WITHDRAWN);
    }

    /** Old figures are told of what cannot be rated; that they are no longer old must not wait for a rating. */
    @Test
    void aFlagThatIsRaisedWithoutARatingClearsWithoutOne() {
        Target income = in(() -> Story.target(plan, "GRDP_PER_CAPITA", "triệu đồng/người", "100"));
        in(() -> Story.figure("GRDP_PER_CAPITA", "triệu đồng/người", "2020", "60"));
        run(0);
        assertThat(flagsOf(income)).containsExactly(CaseStatus.OPEN);
        in(() -> Story.figure("GRDP_PER_CAPITA", "triệu đồng/người", "2022", "70"));
        run(1);
        assertThat(flagsOf(income)).as("one clear day").containsExactly(CaseStatus.OPEN);
        run(2);
        assertThat(flagsOf(income)).containsExactly(CaseStatus.CLEARED);
    }

    private List<CaseStatus> flagsOf(Target one) {
        return cases().stream()
                .filter(flagged -> flagged.target().equals(one.id()))
                .map(Case::status)
                .toList();
    }

    @Test
    void aRunOfAnEarlierDayOpensAndClearsNothing() {
        Case opened = opened();
        figure("9");
        run(-1);
        run(-2);
        assertThat(cases()).containsExactly(opened);
    }

    @Test
    void filesThatProveAnExplanationAreItsUnitsToAttach() {
        Case requested = requested();
        Evidence attached = as(OFFICER, () -> attach(requested));
        assertThat(in(() -> House.get(EvidenceView.class).of(new About.Explanation(requested.id()))))
                .extracting(Evidence::id)
                .containsExactly(attached.id());
        in(() -> department("SYT", "nguoi-khac"));
        assertThat(code(() -> as("nguoi-khac", () -> attach(requested)))).isEqualTo("case-not-yours");
        figure("9");
        run(1);
        run(2);
        assertThat(code(() -> as(OFFICER, () -> attach(requested)))).isEqualTo("case-cleared");
    }

    private static Evidence attach(Case about) {
        return House.get(AttachEvidence.class)
                .attach(
                        new AttachEvidence.Command(new About.Explanation(about.id()), "thiệt hại.txt"),
                        new ByteArrayInputStream("120 tỷ đồng".getBytes(UTF_8)));
    }

    @Test
    void aCaseIsExplainedByItsUnitAndAcceptedUntilADay() {
        Case requested = requested();
        assertThat(requested.until()).isEqualTo(TOMORROW);
        Case explained = as(OFFICER, () -> explain(requested, "Mưa lũ tháng 9"));
        assertThat(explained.status()).isEqualTo(CaseStatus.EXPLAINED);
        assertThat(explained.until()).isNull();
        Case returned = decide(explained, CaseAct.EXPLANATION_RETURNED, null, TOMORROW, "thiếu số liệu thiệt hại");
        assertThat(returned.status()).isEqualTo(CaseStatus.EXPLANATION_REQUESTED);
        Case again = as(OFFICER, () -> explain(returned, "Thiệt hại 120 tỷ đồng"));
        Case accepted = decide(again, CaseAct.ACCEPTED, null, TOMORROW, "do thiên tai");
        assertThat(accepted.status()).isEqualTo(CaseStatus.ACCEPTED);
        List<Case.Step> steps = in(() -> House.get(CaseView.class).steps(accepted.id()));
        assertThat(steps).extracting(Case.Step::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(steps.get(3).papers()).isEqualTo("Báo cáo số 12/BC-SNN");
        assertThat(steps.get(3).recordedBy()).isEqualTo(OFFICER);
        assertThat(notices(OFFICER, "officer"))
                .contains(NoticeKind.EXPLANATION_REQUESTED, NoticeKind.EXPLANATION_RETURNED);
        assertThat(notices(APPROVER, "approver")).contains(NoticeKind.CASE_EXPLAINED);
    }

    @Test
    void whatWasAcceptedIsOpenAgainWhenItsDayHasPassedAndTheFlagIsStillThere() {
        Case accepted = accepted();
        in(() -> House.get(WatchCases.class).watch());
        run(1);
        assertThat(newest().status()).isEqualTo(CaseStatus.ACCEPTED);
        passed(accepted);
        in(() -> House.get(WatchCases.class).watch());
        assertThat(newest().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(newest().until()).isNull();
        assertThat(acts(newest()).getLast()).isEqualTo(CaseAct.REOPENED);
        assertThat(notices(APPROVER, "approver")).contains(NoticeKind.CASE_REOPENED);
    }

    @Test
    void aRunReopensItTooUnlessTheDataHaveBecomeBetter() {
        Case accepted = accepted();
        passed(accepted);
        figure("9");
        run(1);
        assertThat(newest().status()).as("one clear day").isEqualTo(CaseStatus.ACCEPTED);
        in(() -> House.get(WatchCases.class).watch());
        assertThat(newest().status()).isEqualTo(CaseStatus.ACCEPTED);
        figure("7");
        run(2);
        assertThat(newest().status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void anExplanationThatIsOverdueIsToldOnceToUnitAndApprovers() {
        Case requested = requested();
        assertThat(in(() -> House.get(WatchCases.class).watch())).isZero();
        passed(requested);
        assertThat(listed(CaseView.Only.OVERDUE)).hasSize(1);
        assertThat(in(() -> House.get(WatchCases.class).watch())).isEqualTo(2);
        assertThat(in(() -> House.get(WatchCases.class).watch())).isZero();
        assertThat(notices(OFFICER, "officer")).contains(NoticeKind.EXPLANATION_OVERDUE);
        assertThat(notices(APPROVER, "approver")).contains(NoticeKind.EXPLANATION_OVERDUE);
    }

    @Test
    void onlyTheAssignedUnitExplains() {
        Case requested = requested();
        Unit other = in(() -> department("SCT", "nguoi-khac"));
        assertThat(code(() -> House.as("nguoi-khac", () -> explain(requested, "không phải việc tôi"))))
                .isEqualTo("case-not-yours");
        assertThat(code(() -> House.as("khong-don-vi", () -> explain(requested, "ai?"))))
                .isEqualTo("no-unit");
        Case assigned = decide(requested, CaseAct.ASSIGNED, other.id(), null, null);
        assertThat(assigned.status()).isEqualTo(CaseStatus.EXPLANATION_REQUESTED);
        assertThat(assigned.until()).as("the day stays").isEqualTo(TOMORROW);
        assertThat(code(() -> House.as(OFFICER, () -> explain(assigned, "đã chuyển"))))
                .isEqualTo("case-not-yours");
        assertThat(as("nguoi-khac", () -> explain(assigned, "do giá thép")).status())
                .isEqualTo(CaseStatus.EXPLAINED);
        assertThat(notices("nguoi-khac", "officer")).containsExactly(NoticeKind.CASE_ASSIGNED);
    }

    @Test
    void whatDoesNotFollowOrIsNotWholeIsRefused() {
        Case opened = opened();
        assertThat(code(() -> decideNow(opened, CaseAct.ACCEPTED, null, TOMORROW, "sớm quá")))
                .isEqualTo("case-move");
        assertThat(code(() -> decideNow(opened, CaseAct.CLEARED, null, null, null)))
                .isEqualTo("case-decision");
        assertThat(code(() -> decideNow(opened, CaseAct.ASSIGNED, null, null, null)))
                .isEqualTo("missing-field");
        assertThat(code(() -> decideNow(opened, CaseAct.ASSIGNED, new UUID(1, 1), null, null)))
                .isEqualTo("unknown-unit");
        assertThat(code(() -> decideNow(opened, CaseAct.ACKNOWLEDGED, owner.id(), null, null)))
                .isEqualTo("case-field");
        assertThat(code(() -> decideNow(opened, CaseAct.EXPLANATION_REQUESTED, null, TODAY, null)))
                .isEqualTo("case-day");
        assertThat(code(() -> decideNow(opened, CaseAct.ACCEPTED, null, TOMORROW, null)))
                .isEqualTo("case-comment");
        assertThat(code(() -> House.as(OFFICER, () -> explain(opened, "chưa ai hỏi"))))
                .isEqualTo("case-move");
        assertThat(code(() -> House.get(CaseView.class).require(new UUID(1, 1))))
                .isEqualTo("unknown-case");
        assertThat(cases()).containsExactly(opened);
    }

    @Test
    void whatIsClearedTakesNothingMore() {
        opened();
        figure("9");
        run(1);
        run(2);
        assertThat(code(() -> decideNow(newest(), CaseAct.ACKNOWLEDGED, null, null, null)))
                .isEqualTo("case-cleared");
    }

    @Test
    void nobodyIsAskedToExplainWhatNoUnitAnswersFor() {
        Target free = in(() -> Story.target(plan, "NTM_COMMUNES", "xã", "62"));
        in(() -> Story.figure("NTM_COMMUNES", "xã", "2023", "54"));
        run(0);
        Case without = cases().stream()
                .filter(one -> one.target().equals(free.id()))
                .findFirst()
                .orElseThrow();
        assertThat(without.unit()).isNull();
        Case acknowledged = decide(without, CaseAct.ACKNOWLEDGED, null, null, null);
        assertThat(code(() -> decideNow(acknowledged, CaseAct.EXPLANATION_REQUESTED, null, TOMORROW, null)))
                .isEqualTo("case-unassigned");
    }

    @Test
    void ofTwoAtOnceOneIsTold() {
        Case opened = opened();
        assertThat(AtOnce.refused(province, () -> decideNow(opened, CaseAct.ACKNOWLEDGED, null, null, null))
                        .code())
                .isEqualTo("case-changed");
        assertThat(newest().version()).isEqualTo(2);
    }

    @Test
    void twoRunsAtOnceOpenOneCase() throws Exception {
        try (var people = Executors.newFixedThreadPool(2)) {
            List<Callable<Object>> runs = List.of(
                    () -> {
                        run(0);
                        return true;
                    },
                    () -> {
                        run(0);
                        return true;
                    });
            for (var done : people.invokeAll(runs)) {
                done.get();
            }
        }
        assertThat(cases()).hasSize(1);
    }

    @Test
    void anotherProvinceSeesNothingOfIt() {
        Case opened = opened();
        TenantId other = House.province();
        assertThat(House.in(other, () -> House.get(CaseView.class).list(query(null))))
                .isEmpty();
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> House.in(
                                        other, () -> House.get(CaseView.class).require(opened.id())))
                        .code())
                .isEqualTo("unknown-case");
    }

    private Case opened() {
        run(0);
        return newest();
    }

    private Case requested() {
        Case acknowledged = decide(opened(), CaseAct.ACKNOWLEDGED, null, null, null);
        return decide(acknowledged, CaseAct.EXPLANATION_REQUESTED, null, TOMORROW, "vì sao chậm?");
    }

    private Case accepted() {
        Case acknowledged = decide(opened(), CaseAct.ACKNOWLEDGED, null, null, null);
        return decide(acknowledged, CaseAct.ACCEPTED, null, TOMORROW, "do thiên tai");
    }

    /** Its day, which cannot be set in the past, is over. */
    private void passed(Case one) {
        House.asSuperuser("update flag_case set until_on = '2020-01-01' where case_id = '%s'".formatted(one.id()));
    }

    private void run(int day) {
        in(() -> House.get(ScorePlan.class).score(plan.id(), FIRST.plusDays(day), Aims.CURRENT));
    }

    private void figure(String amount) {
        in(() -> Story.figure(GROWTH, "%", "2023", amount));
    }

    private Case newest() {
        return cases().getFirst();
    }

    private List<Case> cases() {
        return listed(null);
    }

    private List<Case> listed(CaseView.@Nullable Only only) {
        return in(() -> House.get(CaseView.class).list(query(only))).stream()
                .map(CaseView.Line::about)
                .toList();
    }

    private CaseView.Query query(CaseView.@Nullable Only only) {
        return new CaseView.Query(plan.id(), null, null, null, null, only, null, 50);
    }

    private List<CaseAct> acts(Case one) {
        return in(() -> House.get(CaseView.class).steps(one.id())).stream()
                .map(Case.Step::act)
                .toList();
    }

    private Case decide(
            Case seen, CaseAct act, @Nullable UUID unit, @Nullable LocalDate until, @Nullable String comment) {
        return as(APPROVER, () -> decideNow(seen, act, unit, until, comment));
    }

    private static Case decideNow(
            Case seen, CaseAct act, @Nullable UUID unit, @Nullable LocalDate until, @Nullable String comment) {
        return House.get(DecideCase.class)
                .decide(new DecideCase.Command(seen.id(), seen.version(), act, unit, until, comment));
    }

    private static Case explain(Case seen, String explanation) {
        return House.get(ExplainCase.class)
                .explain(new ExplainCase.Command(seen.id(), seen.version(), explanation, "Báo cáo số 12/BC-SNN"));
    }

    private List<NoticeKind> notices(String username, String role) {
        return as(username, () -> Story.told(role));
    }

    private String code(Supplier<?> work) {
        return catchThrowableOfType(Refusal.class, () -> in(work)).code();
    }

    private <T> T as(String username, Supplier<T> work) {
        return in(() -> House.as(username, work));
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}
