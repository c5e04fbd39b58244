package vn.cotmoc.core.scoring;

import static vn.cotmoc.core.tables.Tables.SCORECARD;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.tables.tables.records.ScorecardRecord;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The heads of the province's stored runs. */
@Singleton
class RunView {

    private final DSLContext sql;
    private final OwnedRows rows;

    RunView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    Optional<Run> find(UUID id) {
        return select(SCORECARD.SCORECARD_ID.eq(id)).fetchOptional(RunView::run);
    }

    /** A plan's runs, oldest first. @param after null for the first ones */
    List<Run> of(UUID plan, @Nullable UUID after, int limit) {
        SelectConditionStep<ScorecardRecord> runs = select(SCORECARD.PLAN_ID.eq(plan));
        return (after == null ? runs : runs.and(SCORECARD.SCORECARD_ID.gt(after)))
                .orderBy(SCORECARD.SCORECARD_ID)
                .limit(limit)
                .fetch(RunView::run);
    }

    /** The newest run by current targets: of those that the house made; only before the first of them of others. */
    Optional<Run> newest(UUID plan) {
        return select(ofCurrentTargets(plan))
                .orderBy(SCORECARD.CAUSE.isNull(), SCORECARD.RECORDED_AT.desc())
                .limit(1)
                .fetchOptional(RunView::run);
    }

    /** The newest runs of the newest days by current targets, the newest day first. */
    List<Run> newestDays(UUID plan, int days) {
        return sql.select(SCORECARD.fields())
                .distinctOn(SCORECARD.AS_OF)
                .from(SCORECARD)
                .where(rows.ownedByCurrentTenant(SCORECARD))
                .and(ofCurrentTargets(plan))
                .orderBy(SCORECARD.AS_OF.desc(), SCORECARD.SCORECARD_ID.desc())
                .limit(days)
                .fetchInto(SCORECARD)
                .map(RunView::run);
    }

    private static Condition ofCurrentTargets(UUID plan) {
        return SCORECARD.PLAN_ID.eq(plan).and(SCORECARD.AIMS.eq(Aims.CURRENT.code()));
    }

    private SelectConditionStep<ScorecardRecord> select(Condition which) {
        return sql.selectFrom(SCORECARD)
                .where(rows.ownedByCurrentTenant(SCORECARD))
                .and(which);
    }

    private static Run run(ScorecardRecord row) {
        return new Run(
                row.getScorecardId(),
                row.getPlanId(),
                row.getAsOf(),
                Coded.read(Aims.class, row.getAims()),
                new Assessment.RuleSetId(row.getRuleSetId(), row.getRuleSetVersion(), row.getRuleSetSha256()),
                new ScoringEngine.Identity(row.getEngineName(), row.getEngineVersion()),
                row.getRecordedAt().toInstant(),
                row.getRecordedBy(),
                row.getCause(),
                row.getWholeId(),
                row.getStep(),
                identifiers(row.getThresholds()),
                row.getFeatures(),
                counts(row),
                row.getSinceStep(),
                row.getKeptSince());
    }

    private static @Nullable Set<UUID> identifiers(@Nullable String text) {
        return text == null
                ? null
                : FindingRow.words(text).map(UUID::fromString).collect(Collectors.toSet());
    }

    private static Map<Rating, Integer> counts(ScorecardRecord row) {
        Map<Rating, Integer> counts = new EnumMap<>(Rating.class);
        for (Rating rating : Rating.values()) {
            counts.put(
                    rating,
                    switch (rating) {
                        case EXCEEDED -> row.getExceeded();
                        case MET -> row.getMet();
                        case NEARLY_MET -> row.getNearlyMet();
                        case MISSED -> row.getMissed();
                        case ON_TRACK -> row.getOnTrack();
                        case BEHIND -> row.getBehind();
                        case AT_RISK -> row.getAtRisk();
                        case INSUFFICIENT_DATA -> row.getInsufficientData();
                    });
        }
        return counts;
    }
}
