package vn.cotmoc.core.cases;

import static org.jooq.impl.DSL.select;
import static vn.cotmoc.core.tables.Tables.CASE_STEP;
import static vn.cotmoc.core.tables.Tables.FLAG_CASE;
import static vn.cotmoc.core.tables.Tables.TARGET;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.tables.tables.Target;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The current province's cases; their steps are only ever added. */
@Singleton
class CaseStore {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;
    private final CurrentActor actor;

    CaseStore(DSLContext sql, OwnedRows rows, Trail trail, CurrentActor actor) {
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
        this.actor = actor;
    }

    /** What one unit is to do of a target: its figures are the whole's, so their lack is no case of its own. */
    Set<UUID> measuredWithTheirWhole(UUID plan) {
        Target whole = TARGET.as("whole");
        return sql.select(TARGET.TARGET_ID)
                .from(TARGET)
                .join(whole)
                .on(
                        whole.TENANT_ID.eq(TARGET.TENANT_ID),
                        whole.TARGET_ID.eq(TARGET.PARENT_ID),
                        whole.AREA_ID.eq(TARGET.AREA_ID),
                        whole.SUBGROUP.eq(TARGET.SUBGROUP))
                .where(rows.ownedByCurrentTenant(TARGET))
                .and(rows.ownedByCurrentTenant(whole))
                .and(TARGET.PLAN_ID.eq(plan))
                .and(TARGET.UNIT_ID.isNotNull())
                .fetchSet(TARGET.TARGET_ID);
    }

    /** Those of a plan that were taken back. */
    Set<UUID> withdrawn(UUID plan) {
        return sql.select(TARGET.TARGET_ID)
                .from(TARGET)
                .where(rows.ownedByCurrentTenant(TARGET))
                .and(TARGET.PLAN_ID.eq(plan))
                .and(TARGET.WITHDRAWN_AT.isNotNull())
                .fetchSet(TARGET.TARGET_ID);
    }

    /** Those of a plan that are not cleared; nobody moves them until this transaction ends. */
    List<Case> takeLive(UUID plan) {
        return sql.selectFrom(FLAG_CASE)
                .where(rows.ownedByCurrentTenant(FLAG_CASE))
                .and(FLAG_CASE.STATUS.ne(CaseStatus.CLEARED.code()))
                .and(FLAG_CASE.TARGET_ID.in(select(TARGET.TARGET_ID)
                        .from(TARGET)
                        .where(rows.ownedByCurrentTenant(TARGET))
                        .and(TARGET.PLAN_ID.eq(plan))))
                .orderBy(FLAG_CASE.CASE_ID)
                .forNoKeyUpdate()
                .fetch(CaseView::read);
    }

    /** Nobody moves it until this transaction ends. */
    Case take(UUID id) {
        return Objects.requireNonNull(sql.selectFrom(FLAG_CASE)
                .where(rows.ownedByCurrentTenant(FLAG_CASE))
                .and(FLAG_CASE.CASE_ID.eq(id))
                .forNoKeyUpdate()
                .fetchOne(CaseView::read));
    }

    void add(Case opened) {
        sql.insertInto(FLAG_CASE)
                .set(FLAG_CASE.TENANT_ID, rows.currentTenant())
                .set(FLAG_CASE.CASE_ID, opened.id())
                .set(FLAG_CASE.TARGET_ID, opened.target())
                .set(FLAG_CASE.FLAG, opened.flag())
                .set(FLAG_CASE.SEVERITY, opened.severity().code())
                .set(FLAG_CASE.STATUS, opened.status().code())
                .set(FLAG_CASE.UNIT_ID, opened.unit())
                .set(FLAG_CASE.UNTIL_ON, opened.until())
                .set(FLAG_CASE.SCORECARD_ID, opened.scorecard())
                .set(FLAG_CASE.AS_OF, opened.asOf())
                .set(FLAG_CASE.PREVIOUS_ID, opened.previous())
                .set(FLAG_CASE.VERSION, opened.version())
                .set(FLAG_CASE.RECORDED_AT, opened.openedAt().atOffset(ZoneOffset.UTC))
                .set(FLAG_CASE.RECORDED_BY, actor.username())
                .execute();
        Map<String, String> fields = new TreeMap<>(life(opened));
        fields.put("targetId", opened.target().toString());
        fields.put("flag", opened.flag());
        fields.put("scorecardId", opened.scorecard().toString());
        trail.added("flag_case", opened.id(), fields);
    }

    /**
     * Two at once wait for each other here.
     *
     * @return false if there is another version than the one before this
     */
    boolean change(Case was, Case becomes) {
        boolean changed = sql.update(FLAG_CASE)
                        .set(FLAG_CASE.SEVERITY, becomes.severity().code())
                        .set(FLAG_CASE.STATUS, becomes.status().code())
                        .set(FLAG_CASE.UNIT_ID, becomes.unit())
                        .set(FLAG_CASE.UNTIL_ON, becomes.until())
                        .set(FLAG_CASE.VERSION, becomes.version())
                        .where(rows.ownedByCurrentTenant(FLAG_CASE))
                        .and(FLAG_CASE.CASE_ID.eq(becomes.id()))
                        .and(FLAG_CASE.VERSION.eq(was.version()))
                        .execute()
                == 1;
        if (changed) {
            trail.changed("flag_case", becomes.id(), life(was), life(becomes));
        }
        return changed;
    }

    private static Map<String, String> life(Case one) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("severity", one.severity().code());
        fields.put("status", one.status().code());
        putIfPresent(fields, "unitId", one.unit());
        putIfPresent(fields, "untilOn", one.until());
        return fields;
    }

    void append(UUID id, Case.Step step) {
        sql.insertInto(CASE_STEP)
                .set(CASE_STEP.TENANT_ID, rows.currentTenant())
                .set(CASE_STEP.CASE_ID, id)
                .set(CASE_STEP.STEP, step.number())
                .set(CASE_STEP.ACT, step.act().code())
                .set(CASE_STEP.UNIT_ID, step.unit())
                .set(CASE_STEP.UNTIL_ON, step.until())
                .set(CASE_STEP.COMMENT, step.comment())
                .set(CASE_STEP.PAPERS, step.papers())
                .set(CASE_STEP.RECORDED_AT, step.recordedAt().atOffset(ZoneOffset.UTC))
                .set(CASE_STEP.RECORDED_BY, step.recordedBy())
                .execute();
        Map<String, String> fields = new TreeMap<>();
        fields.put("act", step.act().code());
        putIfPresent(fields, "unitId", step.unit());
        putIfPresent(fields, "untilOn", step.until());
        putIfPresent(fields, "comment", step.comment());
        putIfPresent(fields, "papers", step.papers());
        trail.added("case_step", id + "/" + step.number(), fields);
    }

    private static void putIfPresent(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
