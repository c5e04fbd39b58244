package vn.cotmoc.core.authoring;

import static vn.cotmoc.core.tables.Tables.RULE_DRAFT;
import static vn.cotmoc.core.tables.Tables.RULE_DRAFT_REVISION;
import static vn.cotmoc.core.tables.Tables.RULE_DRAFT_STEP;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tables.tables.records.RuleDraftRecord;
import vn.cotmoc.core.tables.tables.records.RuleDraftRevisionRecord;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The drafts of the bound province, with their texts and what became of them. */
@Singleton
public class DraftView {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final CaseText cases;

    DraftView(DSLContext sql, OwnedRows rows, CaseText cases) {
        this.sql = sql;
        this.rows = rows;
        this.cases = cases;
    }

    /** Newest first. @param after null for the first ones */
    @Transactional(readOnly = true)
    public List<Draft> list(@Nullable UUID after, int limit) {
        SelectConditionStep<RuleDraftRecord> all =
                sql.selectFrom(RULE_DRAFT).where(rows.ownedByCurrentTenant(RULE_DRAFT));
        return (after == null ? all : all.and(RULE_DRAFT.DRAFT_ID.lt(after)))
                .orderBy(RULE_DRAFT.DRAFT_ID.desc())
                .limit(limit)
                .fetch(DraftView::draft);
    }

    /** @throws Refusal {@code unknown-rule-draft} */
    @Transactional(readOnly = true)
    public Draft require(UUID id) {
        return sql.selectFrom(RULE_DRAFT)
                .where(rows.ownedByCurrentTenant(RULE_DRAFT))
                .and(RULE_DRAFT.DRAFT_ID.eq(id))
                .fetchOptional(DraftView::draft)
                .orElseThrow(() -> Refusal.unknown("unknown-rule-draft", "draft", id));
    }

    /** The one that a set has in hand. */
    @Transactional(readOnly = true)
    public Optional<Draft> open(String ruleSet) {
        return sql.selectFrom(RULE_DRAFT)
                .where(rows.ownedByCurrentTenant(RULE_DRAFT))
                .and(RULE_DRAFT.RULE_SET_ID.eq(ruleSet))
                .and(RULE_DRAFT.STATUS.in(
                        DraftStatus.DRAFT.code(), DraftStatus.PROPOSED.code(), DraftStatus.APPROVED.code()))
                .fetchOptional(DraftView::draft);
    }

    /** @throws Refusal {@code unknown-rule-draft-revision} */
    @Transactional(readOnly = true)
    public Draft.Revision revision(UUID draft, int number) {
        return sql.selectFrom(RULE_DRAFT_REVISION)
                .where(ofDraft(draft))
                .and(RULE_DRAFT_REVISION.REVISION.eq(number))
                .fetchOptional(this::revision)
                .orElseThrow(() -> Refusal.unknown("unknown-rule-draft-revision", "draft", draft, "revision", number));
    }

    /** Whoever saved a text of it. */
    @Transactional(readOnly = true)
    public Set<String> authors(UUID draft) {
        return sql.selectDistinct(RULE_DRAFT_REVISION.RECORDED_BY)
                .from(RULE_DRAFT_REVISION)
                .where(ofDraft(draft))
                .fetchSet(RULE_DRAFT_REVISION.RECORDED_BY);
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Draft.Step> steps(UUID draft) {
        return sql.selectFrom(RULE_DRAFT_STEP)
                .where(rows.ownedByCurrentTenant(RULE_DRAFT_STEP))
                .and(RULE_DRAFT_STEP.DRAFT_ID.eq(draft))
                .orderBy(RULE_DRAFT_STEP.NUMBER)
                .fetch(row -> new Draft.Step(
                        row.getNumber(),
                        Coded.read(DraftStatus.class, row.getStatus()),
                        row.getRevision(),
                        row.getComment(),
                        row.getRecordedAt().toInstant(),
                        row.getRecordedBy()));
    }

    private Condition ofDraft(UUID draft) {
        return rows.ownedByCurrentTenant(RULE_DRAFT_REVISION).and(RULE_DRAFT_REVISION.DRAFT_ID.eq(draft));
    }

    private static Draft draft(RuleDraftRecord row) {
        return new Draft(
                row.getDraftId(),
                row.getRuleSetId(),
                row.getSetVersion(),
                row.getBasedOn(),
                Coded.read(DraftStatus.class, row.getStatus()),
                row.getRevision(),
                row.getVersion(),
                row.getRecordedAt().toInstant(),
                row.getRecordedBy());
    }

    private Draft.Revision revision(RuleDraftRevisionRecord row) {
        return new Draft.Revision(
                row.getRevision(),
                row.getModel(),
                cases.read(row.getCases()),
                row.getRecordedAt().toInstant(),
                row.getRecordedBy());
    }
}
