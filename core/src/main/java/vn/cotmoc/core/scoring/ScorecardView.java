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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    /**
     * One stored run, without its findings.
     *
     * @param cause what made the house store it, in one word; null where somebody stored it by hand
     */
    public record Line(
            UUID id,
            UUID plan,
            LocalDate asOf,
            Aims aims,
            Instant recordedAt,
            String recordedBy,
            @Nullable String cause,
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
                        run.getCause(),
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

    /**
     * What was found of a plan's current targets.
     *
     * @param findings by target
     */
    public record Found(UUID scorecard, LocalDate asOf, Map<UUID, Finding> findings) {}

    /** What one run says of one target. */
    public record Finding(Rating rating, List<Flag> flags) {}

    /** What the runs by current targets found, of each day the newest run; the newest day first. */
    @Transactional(readOnly = true)
    public List<Found> newestDays(UUID plan, int days) {
        Map<UUID, LocalDate> runs = sql.select(SCORECARD.SCORECARD_ID, SCORECARD.AS_OF)
                .distinctOn(SCORECARD.AS_OF)
                .from(SCORECARD)
                .where(rows.ownedByCurrentTenant(SCORECARD))
                .and(SCORECARD.PLAN_ID.eq(plan))
                .and(SCORECARD.AIMS.eq(Aims.CURRENT.code()))
                .orderBy(SCORECARD.AS_OF.desc(), SCORECARD.SCORECARD_ID.desc())
                .limit(days)
                .fetchMap(SCORECARD.SCORECARD_ID, SCORECARD.AS_OF);
        Map<UUID, Map<UUID, Finding>> findings = new HashMap<>();
        sql.select(FINDING.SCORECARD_ID, FINDING.TARGET_ID, FINDING.RATING, FINDING.FLAGS)
                .from(FINDING)
                .where(rows.ownedByCurrentTenant(FINDING))
                .and(FINDING.SCORECARD_ID.in(runs.keySet()))
                .forEach(row -> findings.computeIfAbsent(row.value1(), run -> new HashMap<>())
                        .put(row.value2(), new Finding(Coded.read(Rating.class, row.value3()), flags(row.value4()))));
        return runs.entrySet().stream()
                .map(run -> new Found(run.getKey(), run.getValue(), findings.getOrDefault(run.getKey(), Map.of())))
                .toList();
    }

    /** @param records by target, letter by letter as they were stored */
    record Records(UUID scorecard, Map<UUID, String> records) {}

    /** What the newest run of a day by current targets says. */
    @Transactional(readOnly = true)
    Optional<Records> newestOf(UUID plan, LocalDate day) {
        return sql.select(SCORECARD.SCORECARD_ID)
                .from(SCORECARD)
                .where(rows.ownedByCurrentTenant(SCORECARD))
                .and(SCORECARD.PLAN_ID.eq(plan))
                .and(SCORECARD.AIMS.eq(Aims.CURRENT.code()))
                .and(SCORECARD.AS_OF.eq(day))
                .orderBy(SCORECARD.SCORECARD_ID.desc())
                .limit(1)
                .fetchOptional(row -> new Records(row.value1(), records(row.value1())));
    }

    /** By target, letter by letter as they were stored. */
    @Transactional(readOnly = true)
    public Map<UUID, String> records(UUID scorecard) {
        return sql.select(FINDING.TARGET_ID, FINDING.RECORD)
                .from(FINDING)
                .where(rows.ownedByCurrentTenant(FINDING))
                .and(FINDING.SCORECARD_ID.eq(scorecard))
                .fetchMap(FINDING.TARGET_ID, FINDING.RECORD);
    }

    /** As {@link ScorePlan} stores them: {@code behind-pace:high,missing:medium}. */
    private static List<Flag> flags(String stored) {
        return stored.isEmpty()
                ? List.of()
                : Stream.of(stored.split(","))
                        .map(flag -> flag.split(":"))
                        .map(parts -> new Flag(parts[0], Coded.read(Severity.class, parts[1])))
                        .toList();
    }

    /** What a stored run says of one target, with its reasons. */
    @Transactional(readOnly = true)
    public Optional<Explanation> explanation(UUID scorecard, UUID target) {
        return sql.select(FINDING.RECORD)
                .from(FINDING)
                .where(rows.ownedByCurrentTenant(FINDING))
                .and(FINDING.SCORECARD_ID.eq(scorecard))
                .and(FINDING.TARGET_ID.eq(target))
                .fetchOptional(row -> read(row.value1()));
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
