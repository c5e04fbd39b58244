package vn.cotmoc.core.authoring;

import static vn.cotmoc.core.tables.Tables.RULE_DRAFT;
import static vn.cotmoc.core.tables.Tables.RULE_DRAFT_REVISION;
import static vn.cotmoc.core.tables.Tables.RULE_DRAFT_STEP;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The drafts of the bound province; texts and steps are only ever added. */
@Singleton
class DraftStore {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;
    private final CaseText cases;

    DraftStore(DSLContext sql, OwnedRows rows, Trail trail, CaseText cases) {
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
        this.cases = cases;
    }

    /** @throws org.jooq.exception.IntegrityConstraintViolationException if the set has an open draft already */
    void add(Draft draft, Draft.Revision first) {
        sql.insertInto(RULE_DRAFT)
                .set(RULE_DRAFT.TENANT_ID, rows.currentTenant())
                .set(RULE_DRAFT.DRAFT_ID, draft.id())
                .set(RULE_DRAFT.RULE_SET_ID, draft.ruleSet())
                .set(RULE_DRAFT.SET_VERSION, draft.setVersion())
                .set(RULE_DRAFT.BASED_ON, draft.basedOn())
                .set(RULE_DRAFT.STATUS, draft.status().code())
                .set(RULE_DRAFT.REVISION, draft.revision())
                .set(RULE_DRAFT.VERSION, draft.version())
                .set(RULE_DRAFT.RECORDED_AT, draft.recordedAt().atOffset(ZoneOffset.UTC))
                .set(RULE_DRAFT.RECORDED_BY, draft.recordedBy())
                .execute();
        trail.added(
                "rule_draft",
                draft.id(),
                Map.of(
                        "ruleSetId", draft.ruleSet(),
                        "setVersion", draft.setVersion(),
                        "basedOn", draft.basedOn(),
                        "status", draft.status().code()));
        append(draft.id(), first);
    }

    /**
     * Two at once wait for each other here.
     *
     * @return false if there is another version than the one before this
     */
    boolean change(Draft was, Draft becomes) {
        boolean changed = sql.update(RULE_DRAFT)
                        .set(RULE_DRAFT.STATUS, becomes.status().code())
                        .set(RULE_DRAFT.REVISION, becomes.revision())
                        .set(RULE_DRAFT.VERSION, becomes.version())
                        .where(rows.ownedByCurrentTenant(RULE_DRAFT))
                        .and(RULE_DRAFT.DRAFT_ID.eq(was.id()))
                        .and(RULE_DRAFT.VERSION.eq(was.version()))
                        .execute()
                == 1;
        if (changed) {
            trail.changed("rule_draft", was.id(), life(was), life(becomes));
        }
        return changed;
    }

    private static Map<String, String> life(Draft draft) {
        return Map.of("status", draft.status().code(), "revision", Integer.toString(draft.revision()));
    }

    void append(UUID draft, Draft.Revision revision) {
        sql.insertInto(RULE_DRAFT_REVISION)
                .set(RULE_DRAFT_REVISION.TENANT_ID, rows.currentTenant())
                .set(RULE_DRAFT_REVISION.DRAFT_ID, draft)
                .set(RULE_DRAFT_REVISION.REVISION, revision.number())
                .set(RULE_DRAFT_REVISION.MODEL, revision.model())
                .set(RULE_DRAFT_REVISION.CASES, cases.write(revision.cases()))
                .set(RULE_DRAFT_REVISION.RECORDED_AT, revision.recordedAt().atOffset(ZoneOffset.UTC))
                .set(RULE_DRAFT_REVISION.RECORDED_BY, revision.recordedBy())
                .execute();
        // The text itself stays in its row.
        trail.added(
                "rule_draft_revision",
                draft + "/" + revision.number(),
                Map.of("revision", Integer.toString(revision.number())));
    }

    void append(UUID draft, Draft.Step step) {
        sql.insertInto(RULE_DRAFT_STEP)
                .set(RULE_DRAFT_STEP.TENANT_ID, rows.currentTenant())
                .set(RULE_DRAFT_STEP.DRAFT_ID, draft)
                .set(RULE_DRAFT_STEP.NUMBER, step.number())
                .set(RULE_DRAFT_STEP.STATUS, step.status().code())
                .set(RULE_DRAFT_STEP.REVISION, step.revision())
                .set(RULE_DRAFT_STEP.COMMENT, step.comment())
                .set(RULE_DRAFT_STEP.RECORDED_AT, step.recordedAt().atOffset(ZoneOffset.UTC))
                .set(RULE_DRAFT_STEP.RECORDED_BY, step.recordedBy())
                .execute();
        Map<String, String> fields = new TreeMap<>();
        fields.put("status", step.status().code());
        fields.put("revision", Integer.toString(step.revision()));
        if (step.comment() != null) {
            fields.put("comment", step.comment());
        }
        trail.added("rule_draft_step", draft + "/" + step.number(), fields);
    }
}
