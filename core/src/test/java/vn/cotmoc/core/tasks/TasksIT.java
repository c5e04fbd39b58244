package vn.cotmoc.core.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.cases.Case;
import vn.cotmoc.core.cases.CaseAct;
import vn.cotmoc.core.cases.CaseStatus;
import vn.cotmoc.core.cases.CaseView;
import vn.cotmoc.core.cases.DecideCase;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.names.Name;
import vn.cotmoc.core.names.NameView;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.AdvancePlan;
import vn.cotmoc.core.plans.DrawUpPlan;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.ScorePlan;
import vn.cotmoc.core.statements.QuoteStatement;
import vn.cotmoc.core.statements.Statement;
import vn.cotmoc.core.statements.StatementKind;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.WithdrawTarget;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.units.MoveMember;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitKind;

/** Tasks from the day they are given to the day they are done, in a case and without one. */
class TasksIT {

    private static final String OFFICER = "chuyen-vien";
    private static final LocalDate DUE = LocalDate.now().plusMonths(1);

    private final TenantId province = House.province();
    private final Unit owner = in(() -> Story.unit("SNN", UnitKind.DEPARTMENT, null));
    private final Unit helper = in(() -> Story.unit("SCT", UnitKind.DEPARTMENT, null));
    private final Plan plan = in(() -> Story.plan("2023"));
    private final Target target = in(() -> Story.target(plan, "GRDP_GROWTH", "%", "8"));

    TasksIT() {
        in(() -> House.get(MoveMember.class).into(owner.id(), OFFICER));
    }

    @Test
    void aTaskIsReportedByItsUnitUntilItIsDoneAndEveryReportStays() {
        Task task = add();
        Task half = as(OFFICER, () -> report(task, 50));
        assertThat(half.status()).isEqualTo(TaskStatus.OPEN);
        Task done = as(OFFICER, () -> report(half, 100));
        assertThat(done.status()).isEqualTo(TaskStatus.DONE);
        Task corrected = as(OFFICER, () -> report(done, 90));
        assertThat(corrected.status()).isEqualTo(TaskStatus.OPEN);
        assertThat(in(() -> House.get(TaskView.class).progress(task.id())))
                .extracting(Task.Progress::progress)
                .containsExactly(50, 100, 90);
        TaskView.Line line = in(() -> House.get(TaskView.class).require(task.id()));
        assertThat(line.task()).isEqualTo(corrected);
        assertThat(line.coordinators()).extracting(TaskView.Link::id).containsExactly(helper.id());
        assertThat(line.targets()).extracting(served -> served.target().id()).containsExactly(target.id());
        assertThat(notices(OFFICER, "officer")).contains(NoticeKind.TASK_ASSIGNED);
        assertThat(notices("nguoi-duyet", "approver")).containsExactly(NoticeKind.TASK_DONE);
    }

    @Test
    void aTaskGivenUpStaysReadableAndTakesNoReport() {
        Task task = add();
        Task dropped = in(() -> House.get(ReportProgress.class).drop(task.id(), 1, "không còn cần"));
        assertThat(dropped.status()).isEqualTo(TaskStatus.DROPPED);
        assertThat(code(() -> House.as(OFFICER, () -> report(dropped, 10)))).isEqualTo("task-dropped");
        assertThat(code(() -> House.get(ReportProgress.class).drop(task.id(), 2, "lần nữa")))
                .isEqualTo("task-dropped");
        assertThat(listed(TaskStatus.DROPPED, null)).hasSize(1);
    }

    @Test
    void aTaskServesNoTargetThatWasTakenBack() {
        Plan draft = in(() -> Story.draft("2026"));
        UUID mistaken = in(() -> Story.target(draft, "GRDP_GROWTH", "%", "8")).id();
        in(() -> added(draft.id(), owner.id(), List.of(), List.of(mistaken)));
        in(() -> {
            House.get(WithdrawTarget.class).withdraw(new WithdrawTarget.Command(mistaken, 1, "nhập nhầm", null, null));
            return mistaken;
        });
        assertThat(code(() -> added(draft.id(), owner.id(), List.of(), List.of(mistaken))))
                .isEqualTo("target-withdrawn");
    }

    @Test
    void whatIsPastItsDayIsOverdueAndToldOnce() {
        Task late = in(() -> House.get(AddTask.class).add(command(LocalDate.of(2023, 12, 31), null, null)));
        add();
        assertThat(listed(null, TaskView.Only.OVERDUE))
                .extracting(line -> line.task().id())
                .containsExactly(late.id());
        assertThat(in(() -> House.get(RemindTasks.class).remind())).isOne();
        assertThat(in(() -> House.get(RemindTasks.class).remind())).isZero();
        assertThat(notices(OFFICER, "officer")).contains(NoticeKind.TASK_OVERDUE);
    }

    @Test
    void aTaskInACaseAgreesActionAndServesItsTarget() {
        Case acknowledged = acknowledged();
        Task task = in(() -> House.get(AddTask.class)
                .add(new AddTask.Command(
                        plan.id(), "Giải ngân", null, owner.id(), List.of(), DUE, acknowledged.id(), null, List.of())));
        CaseView.Line now = in(() -> House.get(CaseView.class).require(acknowledged.id()));
        assertThat(now.about().status()).isEqualTo(CaseStatus.ACTION_AGREED);
        assertThat(in(() -> House.get(TaskView.class).require(task.id())).targets())
                .extracting(served -> served.target().id())
                .containsExactly(target.id());
        assertThat(in(() -> House.get(TaskView.class)
                        .list(new TaskView.Query(null, target.id(), null, acknowledged.id(), null, null, null, 5))))
                .hasSize(1);
        Plan other = in(() -> Story.plan("2024"));
        assertThat(code(() -> House.get(AddTask.class)
                        .add(new AddTask.Command(
                                other.id(),
                                "Khác",
                                null,
                                owner.id(),
                                List.of(),
                                DUE,
                                acknowledged.id(),
                                null,
                                List.of()))))
                .isEqualTo("task-plan");
        assertThat(in(() -> House.get(CaseView.class).require(acknowledged.id())))
                .as("nothing of it happened")
                .isEqualTo(now);
    }

    @Test
    void aCaseIsOpenAgainOnceTheLastTaskAgreedOnIsGivenUp() {
        Case acknowledged = acknowledged();
        Task first = in(() -> House.get(AddTask.class).add(command(DUE, null, acknowledged.id())));
        Task second = in(() -> House.get(AddTask.class).add(command(DUE, null, acknowledged.id())));
        in(() -> House.get(ReportProgress.class).drop(first.id(), 1, "không còn cần"));
        assertThat(in(() -> House.get(CaseView.class).require(acknowledged.id()))
                        .about()
                        .status())
                .as("something is left to be done")
                .isEqualTo(CaseStatus.ACTION_AGREED);
        in(() -> House.get(ReportProgress.class).drop(second.id(), 1, "không còn cần"));
        assertThat(in(() -> House.get(CaseView.class).require(acknowledged.id()))
                        .about()
                        .status())
                .isEqualTo(CaseStatus.OPEN);
        Case.Step last =
                in(() -> House.get(CaseView.class).steps(acknowledged.id())).getLast();
        assertThat(last.act()).isEqualTo(CaseAct.REOPENED);
        assertThat(last.comment()).isEqualTo(second.title());
        assertThat(notices("nguoi-duyet", "approver")).contains(NoticeKind.CASE_REOPENED);
    }

    @Test
    void aTaskCarriesOutTheWordsOfAStatementThatIsOne() {
        in(() -> House.get(QuoteStatement.class).quote(statement("T1", StatementKind.TASK)));
        in(() -> House.get(QuoteStatement.class).quote(statement("F1", StatementKind.FACT)));
        assertThat(in(() -> House.get(AddTask.class).add(command(DUE, "T1", null)))
                        .statement())
                .isEqualTo("T1");
        assertThat(code(() -> House.get(AddTask.class).add(command(DUE, "F1", null))))
                .isEqualTo("statement-no-task");
        assertThat(code(() -> House.get(AddTask.class).add(command(DUE, "X1", null))))
                .isEqualTo("unknown-statement");
    }

    @Test
    void whatCannotBeIsRefused() {
        Task task = add();
        assertThat(code(() -> report(task, 10))).as("of another unit").isEqualTo("task-not-yours");
        assertThat(code(() -> House.as("ai-do", () -> report(task, 10)))).isEqualTo("no-unit");
        assertThat(code(() -> House.as(OFFICER, () -> report(task, 101)))).isEqualTo("progress-range");
        assertThat(code(() -> House.as(OFFICER, () -> report(task, -1)))).isEqualTo("progress-range");
        assertThat(code(() -> House.get(TaskView.class).require(new UUID(1, 1))))
                .isEqualTo("unknown-task");
        assertThat(code(() -> House.get(AddTask.class).add(command(DUE, null, new UUID(1, 1)))))
                .isEqualTo("unknown-case");
        assertThat(code(() -> added(plan.id(), owner.id(), List.of(owner.id()), List.of())))
                .isEqualTo("coordinator-repeated");
        assertThat(code(() -> added(plan.id(), owner.id(), List.of(), List.of(target.id(), target.id()))))
                .isEqualTo("target-repeated");
        assertThat(code(() -> added(plan.id(), owner.id(), List.of(), List.of(new UUID(1, 1)))))
                .isEqualTo("unknown-target");
        assertThat(code(() -> added(new UUID(1, 1), owner.id(), List.of(), List.of())))
                .isEqualTo("unknown-plan");
        assertThat(code(() -> added(plan.id(), new UUID(1, 1), List.of(), List.of())))
                .isEqualTo("unknown-unit");
        Plan closed = in(() ->
                House.get(DrawUpPlan.class).drawUp(Story.begun(Period.ofYear(2022), "Kế hoạch", PlanStatus.CLOSED)));
        assertThat(code(() -> added(closed.id(), owner.id(), List.of(), List.of())))
                .isEqualTo("plan-closed");
    }

    @Test
    void whatIsDoneIsNotGivenUpUntilItIsReportedAsUndone() {
        Task task = add();
        Task done = as(OFFICER, () -> report(task, 100));
        assertThat(code(() -> House.get(ReportProgress.class).drop(done.id(), 2, "thôi")))
                .isEqualTo("task-done");
        Task undone = as(OFFICER, () -> report(done, 90));
        assertThat(in(() -> House.get(ReportProgress.class).drop(undone.id(), 3, "thôi"))
                        .status())
                .isEqualTo(TaskStatus.DROPPED);
    }

    @Test
    void aClosedPlansTasksGoNoFurther() {
        Task task = add();
        in(() -> House.get(AdvancePlan.class)
                .advance(new AdvancePlan.Command(
                        plan.id(), 1, PlanStatus.CLOSED, null, LocalDate.of(2023, 12, 31), null)));
        assertThat(code(() -> House.as(OFFICER, () -> report(task, 10)))).isEqualTo("plan-closed");
    }

    @Test
    void ofTwoAtOnceOneIsTold() {
        Task task = add();
        assertThat(AtOnce.refused(province, () -> House.as(OFFICER, () -> report(task, 50)))
                        .code())
                .isEqualTo("task-changed");
        assertThat(code(() -> House.as(OFFICER, () -> report(task, 60)))).isEqualTo("task-changed");
    }

    private Case acknowledged() {
        in(() -> Story.figure("GRDP_GROWTH", "%", "2023", "7"));
        in(() -> House.get(ScorePlan.class).score(plan.id(), LocalDate.of(2024, 1, 10), Aims.CURRENT));
        Case opened = in(() -> House.get(CaseView.class)
                        .list(new CaseView.Query(plan.id(), null, null, null, null, null, null, 5)))
                .getFirst()
                .about();
        return in(() -> House.get(DecideCase.class)
                .decide(new DecideCase.Command(opened.id(), 1, CaseAct.ACKNOWLEDGED, null, null, null)));
    }

    @Test
    void twoTargetsOfOneIndicatorAreToldApart() {
        Target partys = in(() -> Story.target(plan, Authority.PARTY, "GRDP_GROWTH", "%", "9.5"));
        Task both = in(() -> House.get(AddTask.class)
                .add(new AddTask.Command(
                        plan.id(),
                        "Thúc đẩy tăng trưởng",
                        null,
                        owner.id(),
                        List.of(),
                        DUE,
                        null,
                        null,
                        List.of(target.id(), partys.id()))));
        assertThat(in(() -> House.get(TaskView.class).require(both.id())).targets())
                .extracting(
                        served -> served.target().authority(),
                        served -> served.revision().wording())
                .containsExactlyInAnyOrder(tuple(Authority.COUNCIL, "đạt 8"), tuple(Authority.PARTY, "đạt 9.5"));
        Map<String, Name> names = in(() -> House.get(NameView.class)
                .of(List.of(target.id().toString(), partys.id().toString(), "GRDP_GROWTH")));
        assertThat(names.get(target.id().toString()))
                .extracting(Name::vi)
                .asString()
                .contains("2023")
                .endsWith("Hội đồng nhân dân");
        assertThat(names.get(partys.id().toString()))
                .extracting(Name::en)
                .asString()
                .endsWith("the Party committee");
        assertThat(names).containsKey("GRDP_GROWTH").hasSize(3);
    }

    @Test
    void anotherProvincesThingsHaveNoName() {
        assertThat(House.in(
                        House.province(),
                        () -> House.get(NameView.class)
                                .of(List.of(target.id().toString(), plan.id().toString()))))
                .isEmpty();
    }

    @Test
    void aTaskIsNotDueBeforeItsPlanBegins() {
        assertThat(code(() -> House.get(AddTask.class).add(command(LocalDate.of(2022, 12, 31), null, null))))
                .isEqualTo("task-early");
        assertThat(in(() -> House.get(AddTask.class).add(command(LocalDate.of(2023, 1, 1), null, null)))
                        .dueOn())
                .isEqualTo("2023-01-01");
    }

    private Task add() {
        return in(() -> House.get(AddTask.class).add(command(DUE, null, null)));
    }

    private AddTask.Command command(LocalDate dueOn, @Nullable String statement, @Nullable UUID agreedIn) {
        return new AddTask.Command(
                plan.id(),
                "Đẩy nhanh giải ngân vốn đầu tư công",
                "Hằng tuần kiểm điểm từng dự án",
                owner.id(),
                List.of(helper.id()),
                dueOn,
                agreedIn,
                statement,
                List.of(target.id()));
    }

    private static Task added(UUID plan, UUID unit, List<UUID> coordinators, List<UUID> targets) {
        return House.get(AddTask.class)
                .add(new AddTask.Command(plan, "Việc", null, unit, coordinators, DUE, null, null, targets));
    }

    private Statement statement(String code, StatementKind kind) {
        return new Statement(
                code, kind, "Tập trung giải ngân", "Nghị quyết 1", null, null, plan.id(), null, null, 1, List.of());
    }

    private static Task report(Task task, int progress) {
        return House.get(ReportProgress.class)
                .report(new ReportProgress.Command(task.id(), task.version(), progress, "đã làm"));
    }

    private List<TaskView.Line> listed(@Nullable TaskStatus status, TaskView.@Nullable Only only) {
        return in(() -> House.get(TaskView.class)
                .list(new TaskView.Query(plan.id(), null, null, null, status, only, null, 50)));
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
