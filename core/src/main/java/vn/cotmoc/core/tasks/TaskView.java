package vn.cotmoc.core.tasks;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static vn.cotmoc.core.tables.Tables.PLAN;
import static vn.cotmoc.core.tables.Tables.TASK;
import static vn.cotmoc.core.tables.Tables.TASK_COORDINATOR;
import static vn.cotmoc.core.tables.Tables.TASK_PROGRESS;
import static vn.cotmoc.core.tables.Tables.TASK_TARGET;
import static vn.cotmoc.core.tables.Tables.UNIT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.scoring.TargetLines;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's tasks, who does them and which targets they serve. */
@Singleton
public class TaskView {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final TargetLines targetLines;
    private final Clock clock;

    TaskView(DSLContext sql, OwnedRows rows, TargetLines targetLines, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.targetLines = targetLines;
        this.clock = clock;
    }

    /** Some of them. */
    public enum Only implements Coded {
        /** Open, and their last day has passed. */
        OVERDUE
    }

    /**
     * @param plan null for any, as everything else
     * @param target that it serves
     * @param agreedIn a case
     * @param after the task that the page before ended with; null for the first page
     */
    public record Query(
            @Nullable UUID plan,
            @Nullable UUID target,
            @Nullable UUID unit,
            @Nullable UUID agreedIn,
            @Nullable TaskStatus status,
            @Nullable Only only,
            @Nullable UUID after,
            int limit) {}

    /** A unit by its name. */
    public record Link(UUID id, String name, String nameEn) {}

    /** @param targets that it serves, as they are aimed at now */
    public record Line(Task task, String planTitle, Link unit, List<Link> coordinators, List<TargetLine> targets) {}

    /** In the order in which they were entered. */
    @Transactional(readOnly = true)
    public List<Line> list(Query query) {
        return lines(
                eq(TASK.PLAN_ID, query.plan())
                        .and(query.target() == null ? noCondition() : serves(query.target()))
                        .and(eq(TASK.UNIT_ID, query.unit()))
                        .and(eq(TASK.CASE_ID, query.agreedIn()))
                        .and(eq(
                                TASK.STATUS,
                                query.status() == null ? null : query.status().code()))
                        .and(query.only() == null ? noCondition() : isOverdue())
                        .and(query.after() == null ? noCondition() : TASK.TASK_ID.gt(query.after())),
                query.limit());
    }

    private Condition serves(UUID target) {
        return TASK.TASK_ID.in(select(TASK_TARGET.TASK_ID)
                .from(TASK_TARGET)
                .where(rows.ownedByCurrentTenant(TASK_TARGET))
                .and(TASK_TARGET.TARGET_ID.eq(target)));
    }

    private Condition isOverdue() {
        return TASK.STATUS.eq(TaskStatus.OPEN.code()).and(TASK.DUE_ON.lt(LocalDate.now(clock)));
    }

    private static <T> Condition eq(Field<T> field, @Nullable T value) {
        return value == null ? noCondition() : field.eq(value);
    }

    /** @throws Refusal {@code unknown-task} */
    @Transactional(readOnly = true)
    public Line require(UUID id) {
        return lines(TASK.TASK_ID.eq(id), 1).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("unknown-task", "task", id));
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Task.Progress> progress(UUID task) {
        return sql.select(
                        TASK_PROGRESS.NUMBER,
                        TASK_PROGRESS.STATUS.convertFrom(code -> Coded.read(TaskStatus.class, code)),
                        TASK_PROGRESS.PROGRESS,
                        TASK_PROGRESS.NOTE,
                        TASK_PROGRESS.RECORDED_AT.convertFrom(OffsetDateTime::toInstant),
                        TASK_PROGRESS.RECORDED_BY)
                .from(TASK_PROGRESS)
                .where(rows.ownedByCurrentTenant(TASK_PROGRESS))
                .and(TASK_PROGRESS.TASK_ID.eq(task))
                .orderBy(TASK_PROGRESS.NUMBER)
                .fetch(mapping(Task.Progress::new));
    }

    List<Line> overdue() {
        return lines(isOverdue(), Integer.MAX_VALUE);
    }

    private List<Line> lines(Condition which, int limit) {
        List<Record> found = sql.select(TASK.fields())
                .select(PLAN.TITLE, UNIT.NAME_VI, UNIT.NAME_EN)
                .from(TASK)
                .join(PLAN)
                .on(rows.ownedByCurrentTenant(PLAN), PLAN.TENANT_ID.eq(TASK.TENANT_ID), PLAN.PLAN_ID.eq(TASK.PLAN_ID))
                .join(UNIT)
                .on(rows.ownedByCurrentTenant(UNIT), UNIT.TENANT_ID.eq(TASK.TENANT_ID), UNIT.UNIT_ID.eq(TASK.UNIT_ID))
                .where(rows.ownedByCurrentTenant(TASK))
                .and(which)
                .orderBy(TASK.TASK_ID)
                .limit(limit)
                .fetch(row -> row);
        List<UUID> ids = found.stream().map(row -> row.get(TASK.TASK_ID)).toList();
        Map<UUID, List<Link>> coordinators = coordinators(ids);
        Map<UUID, List<TargetLine>> targets = targets(ids);
        return found.stream()
                .map(row -> new Line(
                        read(row),
                        row.get(PLAN.TITLE),
                        new Link(row.get(TASK.UNIT_ID), row.get(UNIT.NAME_VI), row.get(UNIT.NAME_EN)),
                        coordinators.getOrDefault(row.get(TASK.TASK_ID), List.of()),
                        targets.getOrDefault(row.get(TASK.TASK_ID), List.of())))
                .toList();
    }

    private Map<UUID, List<Link>> coordinators(Collection<UUID> tasks) {
        return sql.select(TASK_COORDINATOR.TASK_ID, UNIT.UNIT_ID, UNIT.NAME_VI, UNIT.NAME_EN)
                .from(TASK_COORDINATOR)
                .join(UNIT)
                .on(
                        rows.ownedByCurrentTenant(UNIT),
                        UNIT.TENANT_ID.eq(TASK_COORDINATOR.TENANT_ID),
                        UNIT.UNIT_ID.eq(TASK_COORDINATOR.UNIT_ID))
                .where(rows.ownedByCurrentTenant(TASK_COORDINATOR))
                .and(TASK_COORDINATOR.TASK_ID.in(tasks))
                .orderBy(UNIT.NAME_VI, UNIT.UNIT_ID)
                .fetchGroups(
                        TASK_COORDINATOR.TASK_ID,
                        row -> new Link(row.get(UNIT.UNIT_ID), row.get(UNIT.NAME_VI), row.get(UNIT.NAME_EN)));
    }

    /** By task; in the order of their indicators' names. */
    private Map<UUID, List<TargetLine>> targets(Collection<UUID> tasks) {
        Map<UUID, List<UUID>> served = sql.select(TASK_TARGET.TASK_ID, TASK_TARGET.TARGET_ID)
                .from(TASK_TARGET)
                .where(rows.ownedByCurrentTenant(TASK_TARGET))
                .and(TASK_TARGET.TASK_ID.in(tasks))
                .orderBy(TASK_TARGET.TARGET_ID)
                .fetchGroups(TASK_TARGET.TASK_ID, TASK_TARGET.TARGET_ID);
        Map<UUID, TargetLine> lines = targetLines.newest(
                served.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        return served.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        task -> task.getValue().stream()
                                .map(lines::get)
                                .sorted(Comparator.comparing(
                                        line -> line.indicator().name()))
                                .toList()));
    }

    private static Task read(Record row) {
        return new Task(
                row.get(TASK.TASK_ID),
                row.get(TASK.PLAN_ID),
                row.get(TASK.TITLE),
                row.get(TASK.DETAIL),
                row.get(TASK.UNIT_ID),
                row.get(TASK.DUE_ON),
                row.get(TASK.CASE_ID),
                row.get(TASK.STATEMENT_CODE),
                Coded.read(TaskStatus.class, row.get(TASK.STATUS)),
                row.get(TASK.PROGRESS),
                row.get(TASK.VERSION),
                row.get(TASK.RECORDED_AT).toInstant(),
                row.get(TASK.RECORDED_BY));
    }
}
