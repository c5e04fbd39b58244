package vn.cotmoc.core.scoring;

import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.FINDING;
import static vn.cotmoc.core.tables.Tables.SCORECARD;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tables.tables.records.ScorecardRecord;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The stored runs of a plan. */
@Singleton
public class ScorecardView {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final PlanStore plans;
    private final ObjectMapper json;

    ScorecardView(DSLContext sql, OwnedRows rows, PlanStore plans, ObjectMapper json) {
        this.sql = sql;
        this.rows = rows;
        this.plans = plans;
        this.json = json;
    }

    /** One stored run, without its findings. */
    public record Line(
            UUID id,
            UUID plan,
            LocalDate asOf,
            Aims aims,
            Instant recordedAt,
            String recordedBy,
            Assessment.RuleSetId ruleSet,
            Map<Rating, Integer> counts) {}

    /** Oldest first. @throws Refusal {@code unknown-plan} */
    @Transactional(readOnly = true)
    public List<Line> list(UUID plan, @Nullable UUID after, int limit) {
        plans.require(plan);
        List<ScorecardRecord> runs = sql.selectFrom(SCORECARD)
                .where(rows.ownedByCurrentTenant(SCORECARD))
                .and(SCORECARD.PLAN_ID.eq(plan))
                .and(after == null ? noCondition() : SCORECARD.SCORECARD_ID.gt(after))
                .orderBy(SCORECARD.SCORECARD_ID)
                .limit(limit)
                .fetch();
        Map<UUID, List<Rating>> ratings = sql.select(
                        FINDING.SCORECARD_ID, FINDING.RATING.convertFrom(code -> Coded.read(Rating.class, code)))
                .from(FINDING)
                .where(rows.ownedByCurrentTenant(FINDING))
                .and(FINDING.SCORECARD_ID.in(
                        runs.stream().map(ScorecardRecord::getScorecardId).toList()))
                .fetchGroups(row -> row.value1(), row -> row.value2());
        return runs.stream()
                .map(run -> new Line(
                        run.getScorecardId(),
                        run.getPlanId(),
                        run.getAsOf(),
                        aims(run),
                        run.getRecordedAt().toInstant(),
                        run.getRecordedBy(),
                        ruleSet(run),
                        Assessment.count(ratings.getOrDefault(run.getScorecardId(), List.of()))))
                .toList();
    }

    /** @throws Refusal {@code unknown-scorecard} */
    @Transactional(readOnly = true)
    public Scorecard require(UUID id) {
        ScorecardRecord run = sql.selectFrom(SCORECARD)
                .where(rows.ownedByCurrentTenant(SCORECARD))
                .and(SCORECARD.SCORECARD_ID.eq(id))
                .fetchOne();
        if (run == null) {
            throw Refusal.unknown("unknown-scorecard", "scorecard", id);
        }
        List<Explanation> explanations = sql.select(FINDING.RECORD)
                .from(FINDING)
                .where(rows.ownedByCurrentTenant(FINDING))
                .and(FINDING.SCORECARD_ID.eq(id))
                .fetch(row -> read(row.value1()));
        return new Scorecard(
                run.getScorecardId(),
                run.getRecordedAt().toInstant(),
                run.getRecordedBy(),
                new Assessment(
                        plans.require(run.getPlanId()),
                        run.getAsOf(),
                        aims(run),
                        ruleSet(run),
                        new ScoringEngine.Identity(run.getEngineName(), run.getEngineVersion()),
                        explanations));
    }

    private static Aims aims(ScorecardRecord run) {
        return Coded.read(Aims.class, run.getAims());
    }

    private static Assessment.RuleSetId ruleSet(ScorecardRecord run) {
        return new Assessment.RuleSetId(run.getRuleSetId(), run.getRuleSetVersion(), run.getRuleSetSha256());
    }

    private Explanation read(String record) {
        try {
            return json.readValue(record, Explanation.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
