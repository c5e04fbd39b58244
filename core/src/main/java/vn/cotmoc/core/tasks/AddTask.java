package vn.cotmoc.core.tasks;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.cases.AgreeAction;
import vn.cotmoc.core.cases.Case;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.notifications.Recipient;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.statements.Statement;
import vn.cotmoc.core.statements.StatementKind;
import vn.cotmoc.core.statements.StatementView;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.TargetStore;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitStore;

/** Gives a unit something to do until a day; in a case, this is how action is agreed. */
@Singleton
public class AddTask {

    private final TaskStore store;
    private final PlanStore plans;
    private final UnitStore units;
    private final TargetStore targets;
    private final StatementView statements;
    private final AgreeAction agreeAction;
    private final TellOfTask tellOfTask;
    private final Identifiers identifiers;
    private final CurrentActor actor;
    private final Clock clock;

    AddTask(
            TaskStore store,
            PlanStore plans,
            UnitStore units,
            TargetStore targets,
            StatementView statements,
            AgreeAction agreeAction,
            TellOfTask tellOfTask,
            Identifiers identifiers,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.units = units;
        this.targets = targets;
        this.statements = statements;
        this.agreeAction = agreeAction;
        this.tellOfTask = tellOfTask;
        this.identifiers = identifiers;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param dueOn from the first day of the plan on; it may be over, for tasks are transcribed late, too
     * @param agreedIn a case of the same plan; its target is linked by itself
     * @param statement code of one that is a task
     * @param targets that it serves, of whichever plan
     */
    public record Command(
            UUID plan,
            String title,
            @Nullable String detail,
            UUID unit,
            List<UUID> coordinators,
            LocalDate dueOn,
            @Nullable UUID agreedIn,
            @Nullable String statement,
            List<UUID> targets) {}

    /**
     * @throws Refusal {@code unknown-plan}, {@code plan-closed}, {@code task-early}, {@code unknown-unit}, {@code unit-closed}, {@code coordinator-repeated},
     *     {@code unknown-target}, {@code target-repeated}, {@code unknown-statement}, {@code statement-no-task},
     *     {@code task-plan} for a case of another plan; what {@link AgreeAction} refuses
     */
    @Transactional
    public Task add(Command command) {
        if (plans.find(command.plan()).isEmpty()) {
            throw Refusal.invalid("unknown-plan", "/plan", "plan", command.plan());
        }
        Plan plan = plans.requireOpen(command.plan());
        LocalDate first = plan.period().firstDay();
        if (command.dueOn().isBefore(first)) {
            throw Refusal.invalid(
                    "task-early",
                    "/dueOn",
                    "dueOn",
                    command.dueOn(),
                    "title",
                    plan.title(),
                    "period",
                    plan.period(),
                    "first",
                    first);
        }
        Unit unit = units.requireOpen(command.unit(), "/unit");
        requireCoordinators(command);
        Set<UUID> served = served(command);
        requireTask(command.statement());
        UUID agreedIn = command.agreedIn();
        if (agreedIn != null) {
            Case about = agreeAction.agree(agreedIn, command.title(), "/agreedIn");
            Target target = targets.require(about.target());
            if (!target.plan().equals(command.plan())) {
                throw Refusal.invalid("task-plan", "/plan", "plan", command.plan(), "expected", target.plan());
            }
            served.add(target.id());
        }
        Task task = new Task(
                identifiers.next(),
                command.plan(),
                command.title(),
                command.detail(),
                command.unit(),
                command.dueOn(),
                agreedIn,
                command.statement(),
                TaskStatus.OPEN,
                0,
                1,
                clock.instant(),
                actor.username());
        store.add(task, command.coordinators(), List.copyOf(served));
        tellOfTask.tell(new Recipient.Unit(unit.id()), NoticeKind.TASK_ASSIGNED, task, unit.name(), unit.nameEn());
        command.coordinators()
                .forEach(helper -> tellOfTask.tell(
                        new Recipient.Unit(helper), NoticeKind.TASK_ASSIGNED, task, unit.name(), unit.nameEn()));
        return task;
    }

    private void requireCoordinators(Command command) {
        Set<UUID> named = new HashSet<>(Set.of(command.unit()));
        for (int i = 0; i < command.coordinators().size(); i++) {
            String at = "/coordinators/" + i;
            Unit helper = units.requireOpen(command.coordinators().get(i), at);
            if (!named.add(helper.id())) {
                throw Refusal.invalid("coordinator-repeated", at, "unit", helper.id());
            }
        }
    }

    private Set<UUID> served(Command command) {
        Set<UUID> served = new LinkedHashSet<>();
        for (int i = 0; i < command.targets().size(); i++) {
            String at = "/targets/" + i;
            UUID target = command.targets().get(i);
            if (targets.find(target).isEmpty()) {
                throw Refusal.invalid("unknown-target", at, "target", target);
            }
            targets.requireInForce(target);
            if (!served.add(target)) {
                throw Refusal.invalid("target-repeated", at, "target", target);
            }
        }
        return served;
    }

    private void requireTask(@Nullable String code) {
        if (code == null) {
            return;
        }
        Statement statement = statements
                .find(code)
                .orElseThrow(() -> Refusal.invalid("unknown-statement", "/statement", "statement", code));
        if (statement.kind() != StatementKind.TASK) {
            throw Refusal.invalid("statement-no-task", "/statement", "statement", code, "kind", statement.kind());
        }
    }
}
