package vn.cotmoc.core.tasks;

import static vn.cotmoc.core.tables.Tables.TASK;
import static vn.cotmoc.core.tables.Tables.TASK_COORDINATOR;
import static vn.cotmoc.core.tables.Tables.TASK_PROGRESS;
import static vn.cotmoc.core.tables.Tables.TASK_TARGET;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The current province's tasks; their progress is only ever added. */
@Singleton
class TaskStore {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;

    TaskStore(DSLContext sql, OwnedRows rows, Trail trail) {
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
    }

    void add(Task task, List<UUID> coordinators, List<UUID> targets) {
        sql.insertInto(TASK)
                .set(TASK.TENANT_ID, rows.currentTenant())
                .set(TASK.TASK_ID, task.id())
                .set(TASK.PLAN_ID, task.plan())
                .set(TASK.TITLE, task.title())
                .set(TASK.DETAIL, task.detail())
                .set(TASK.UNIT_ID, task.unit())
                .set(TASK.DUE_ON, task.dueOn())
                .set(TASK.CASE_ID, task.agreedIn())
                .set(TASK.STATEMENT_CODE, task.statement())
                .set(TASK.STATUS, task.status().code())
                .set(TASK.PROGRESS, task.progress())
                .set(TASK.VERSION, task.version())
                .set(TASK.RECORDED_AT, task.recordedAt().atOffset(ZoneOffset.UTC))
                .set(TASK.RECORDED_BY, task.recordedBy())
                .execute();
        coordinators.forEach(unit -> sql.insertInto(TASK_COORDINATOR)
                .set(TASK_COORDINATOR.TENANT_ID, rows.currentTenant())
                .set(TASK_COORDINATOR.TASK_ID, task.id())
                .set(TASK_COORDINATOR.UNIT_ID, unit)
                .set(TASK_COORDINATOR.RECORDED_AT, task.recordedAt().atOffset(ZoneOffset.UTC))
                .set(TASK_COORDINATOR.RECORDED_BY, task.recordedBy())
                .execute());
        targets.forEach(target -> sql.insertInto(TASK_TARGET)
                .set(TASK_TARGET.TENANT_ID, rows.currentTenant())
                .set(TASK_TARGET.TASK_ID, task.id())
                .set(TASK_TARGET.TARGET_ID, target)
                .set(TASK_TARGET.RECORDED_AT, task.recordedAt().atOffset(ZoneOffset.UTC))
                .set(TASK_TARGET.RECORDED_BY, task.recordedBy())
                .execute());
        Map<String, String> fields = new TreeMap<>();
        fields.put("title", task.title());
        fields.put("planId", task.plan().toString());
        fields.put("unitId", task.unit().toString());
        fields.put("dueOn", task.dueOn().toString());
        fields.put("coordinators", listed(coordinators));
        fields.put("targets", listed(targets));
        fields.values().removeIf(String::isEmpty);
        trail.added("task", task.id(), fields);
    }

    private static String listed(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(", "));
    }

    /**
     * Two at once wait for each other here.
     *
     * @return false if there is another version than the one before this
     */
    boolean change(Task was, Task becomes) {
        boolean changed = sql.update(TASK)
                        .set(TASK.STATUS, becomes.status().code())
                        .set(TASK.PROGRESS, becomes.progress())
                        .set(TASK.VERSION, becomes.version())
                        .where(rows.ownedByCurrentTenant(TASK))
                        .and(TASK.TASK_ID.eq(becomes.id()))
                        .and(TASK.VERSION.eq(was.version()))
                        .execute()
                == 1;
        if (changed) {
            trail.changed("task", becomes.id(), life(was), life(becomes));
        }
        return changed;
    }

    /** Whether something that was agreed on in a case is still to be done. */
    boolean hasOpen(UUID agreedIn) {
        return sql.fetchExists(sql.selectOne()
                .from(TASK)
                .where(rows.ownedByCurrentTenant(TASK))
                .and(TASK.CASE_ID.eq(agreedIn))
                .and(TASK.STATUS.eq(TaskStatus.OPEN.code())));
    }

    private static Map<String, String> life(Task task) {
        return Map.of("status", task.status().code(), "progress", Integer.toString(task.progress()));
    }

    void append(UUID task, Task.Progress progress) {
        sql.insertInto(TASK_PROGRESS)
                .set(TASK_PROGRESS.TENANT_ID, rows.currentTenant())
                .set(TASK_PROGRESS.TASK_ID, task)
                .set(TASK_PROGRESS.NUMBER, progress.number())
                .set(TASK_PROGRESS.STATUS, progress.status().code())
                .set(TASK_PROGRESS.PROGRESS, progress.progress())
                .set(TASK_PROGRESS.NOTE, progress.note())
                .set(TASK_PROGRESS.RECORDED_AT, progress.recordedAt().atOffset(ZoneOffset.UTC))
                .set(TASK_PROGRESS.RECORDED_BY, progress.recordedBy())
                .execute();
        trail.added(
                "task_progress",
                task + "/" + progress.number(),
                Map.of(
                        "status", progress.status().code(),
                        "progress", Integer.toString(progress.progress()),
                        "note", progress.note()));
    }
}
