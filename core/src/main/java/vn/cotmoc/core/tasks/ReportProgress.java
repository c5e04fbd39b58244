package vn.cotmoc.core.tasks;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.cases.AgreeAction;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.notifications.Recipient;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.units.MayReport;
import vn.cotmoc.core.units.Unit;

/** An officer of the unit which does a task says how far it has come; who leads gives a task up. */
@Singleton
public class ReportProgress {

    private static final int ALL = 100;

    private final TaskStore store;
    private final TaskView view;
    private final PlanStore plans;
    private final MayReport mayReport;
    private final TellOfTask tellOfTask;
    private final AgreeAction agreeAction;
    private final CurrentActor actor;
    private final Clock clock;

    ReportProgress(
            TaskStore store,
            TaskView view,
            PlanStore plans,
            MayReport mayReport,
            TellOfTask tellOfTask,
            AgreeAction agreeAction,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.view = view;
        this.plans = plans;
        this.mayReport = mayReport;
        this.tellOfTask = tellOfTask;
        this.agreeAction = agreeAction;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param expectedVersion the task's version that the author has seen
     * @param progress 0 to 100; at 100 the task is done
     */
    public record Command(UUID task, int expectedVersion, int progress, String note) {}

    /**
     * @throws Refusal {@code unknown-task}, {@code task-changed}, {@code no-unit}, {@code unit-closed}, {@code task-not-yours},
     *     {@code task-dropped}, {@code progress-range}, {@code plan-closed}
     */
    @Transactional
    public Task report(Command command) {
        if (command.progress() < 0 || command.progress() > ALL) {
            throw Refusal.invalid("progress-range", "/progress", "progress", command.progress());
        }
        TaskView.Line line = requireOpen(command.task(), command.expectedVersion());
        plans.requireOpen(line.task().plan());
        Unit unit = mayReport.ownUnit();
        if (!unit.id().equals(line.task().unit())) {
            throw Refusal.forbidden("task-not-yours", "unit", unit.name());
        }
        TaskStatus status = command.progress() == ALL ? TaskStatus.DONE : TaskStatus.OPEN;
        Task reported = change(line.task(), status, command.progress(), command.note());
        if (status == TaskStatus.DONE) {
            tellOfTask.tell(new Recipient.Role("approver"), NoticeKind.TASK_DONE, reported, unit.name(), unit.nameEn());
        }
        return reported;
    }

    /**
     * Where nothing is left to be done of what a case agreed on, the case is open again. What is done is not given up.
     *
     * @throws Refusal {@code unknown-task}, {@code task-changed}, {@code task-dropped}, {@code task-done}
     */
    @Transactional
    public Task drop(UUID id, int expectedVersion, String reason) {
        Task task = requireOpen(id, expectedVersion).task();
        if (task.status() == TaskStatus.DONE) {
            throw Refusal.conflict("task-done", "task", task.title());
        }
        Task dropped = change(task, TaskStatus.DROPPED, task.progress(), reason);
        UUID agreedIn = task.agreedIn();
        if (agreedIn != null) {
            agreeAction.giveUp(agreedIn, task.title(), () -> !store.hasOpen(agreedIn));
        }
        return dropped;
    }

    private TaskView.Line requireOpen(UUID id, int expectedVersion) {
        TaskView.Line line = view.require(id);
        if (line.task().version() != expectedVersion) {
            throw changed(line.task().version());
        }
        if (line.task().status() == TaskStatus.DROPPED) {
            throw Refusal.conflict("task-dropped", "task", line.task().title());
        }
        return line;
    }

    private Task change(Task task, TaskStatus status, int progress, String note) {
        Task next = task.at(status, progress);
        if (!store.change(task, next)) {
            throw changed(next.version());
        }
        store.append(
                task.id(),
                new Task.Progress(task.version(), status, progress, note, clock.instant(), actor.username()));
        return next;
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("task-changed", "version", newest);
    }
}
