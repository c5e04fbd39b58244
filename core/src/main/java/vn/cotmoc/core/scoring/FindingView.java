package vn.cotmoc.core.scoring;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.FINDING;
import static vn.cotmoc.core.tables.Tables.SCORECARD;
import static vn.cotmoc.core.tables.Tables.TARGET;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectSeekStep2;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.observations.FiguresOf;
import vn.cotmoc.core.scoring.ScorecardView.Finding;
import vn.cotmoc.core.tenancy.ManyRows;
import vn.cotmoc.core.tenancy.OwnedRows;

/** What holds in runs: of each target the newest finding of the steps from the last that kept all targets up to the one that is asked. */
@Singleton
class FindingView {

    private static final vn.cotmoc.core.tables.tables.Finding DRAWN_FROM = FINDING.as("drawn_from");
    private static final Field<UUID> RECORD_IN = coalesce(FINDING.RECORD_IN, FINDING.SCORECARD_ID);

    private final DSLContext sql;
    private final OwnedRows rows;

    FindingView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * What holds of a target, without its record.
     *
     * @param recordIn the run whose record it has, or is drawn from
     */
    record Held(
            UUID target,
            String indicator,
            UUID area,
            Rating rating,
            @Nullable BigDecimal attainment,
            @Nullable BigDecimal expected,
            String flags,
            String undecided,
            String fired,
            UUID recordIn) {

        FiguresOf figures() {
            return new FiguresOf(indicator, area);
        }
    }

    /** Of a run that others can go on from. */
    List<Held> held(Run run) {
        return held(run, noCondition());
    }

    /** Of these figures' targets. */
    List<Held> held(Run run, Collection<FiguresOf> some) {
        return held(run, TARGET.PLAN_ID.eq(run.plan()).and(TargetLines.isOf(some)));
    }

    private List<Held> held(Run run, Condition which) {
        Table<?> withTargets = findings()
                .join(TARGET)
                .on(TARGET.TENANT_ID.eq(FINDING.TENANT_ID), TARGET.TARGET_ID.eq(FINDING.TARGET_ID));
        return newest(
                        withTargets,
                        run,
                        rows.ownedByCurrentTenant(TARGET).and(which),
                        FINDING.TARGET_ID,
                        TARGET.INDICATOR_CODE,
                        TARGET.AREA_ID,
                        FINDING.RATING,
                        FINDING.ATTAINMENT,
                        FINDING.EXPECTED,
                        FINDING.FLAGS,
                        FINDING.UNDECIDED,
                        FINDING.FIRED,
                        RECORD_IN)
                .fetch(row -> new Held(
                        row.get(FINDING.TARGET_ID),
                        row.get(TARGET.INDICATOR_CODE),
                        row.get(TARGET.AREA_ID),
                        rating(row),
                        row.get(FINDING.ATTAINMENT),
                        row.get(FINDING.EXPECTED),
                        row.get(FINDING.FLAGS),
                        row.get(FINDING.UNDECIDED),
                        row.get(FINDING.FIRED),
                        row.get(RECORD_IN)));
    }

    /**
     * What holds of a target, with the record that it has or is drawn from.
     *
     * @param undecided null, like the rules that fired, in runs that none can go on from
     * @param own whether the record is the finding's own
     */
    record Written(
            UUID target,
            Rating rating,
            List<Flag> flags,
            @Nullable String undecided,
            @Nullable List<String> fired,
            boolean own,
            String record) {}

    List<Written> written(Run run) {
        return written(run, noCondition());
    }

    List<Written> written(Run run, Collection<UUID> targets) {
        return written(run, FINDING.TARGET_ID.eq(any(targets.toArray(UUID[]::new))));
    }

    private List<Written> written(Run run, Condition which) {
        Table<?> withRecords = findings()
                .join(DRAWN_FROM)
                .on(
                        DRAWN_FROM.TENANT_ID.eq(FINDING.TENANT_ID),
                        DRAWN_FROM.TARGET_ID.eq(FINDING.TARGET_ID),
                        DRAWN_FROM.SCORECARD_ID.eq(RECORD_IN));
        return newest(
                        withRecords,
                        run,
                        rows.ownedByCurrentTenant(DRAWN_FROM).and(which),
                        FINDING.TARGET_ID,
                        FINDING.RATING,
                        FINDING.FLAGS,
                        FINDING.UNDECIDED,
                        FINDING.FIRED,
                        FINDING.RECORD_IN,
                        DRAWN_FROM.RECORD)
                .fetch(row -> new Written(
                        row.get(FINDING.TARGET_ID),
                        rating(row),
                        FindingRow.flags(row.get(FINDING.FLAGS)),
                        row.get(FINDING.UNDECIDED),
                        fired(row.get(FINDING.FIRED)),
                        row.get(FINDING.RECORD_IN) == null,
                        row.get(DRAWN_FROM.RECORD)));
    }

    private static @Nullable List<String> fired(@Nullable String stored) {
        return stored == null ? null : FindingRow.words(stored).toList();
    }

    /** What a run says of its targets, by their identifiers. @param after null for the first ones */
    List<ScorecardView.Rated> rated(Run run, @Nullable UUID after, int limit) {
        return newest(
                        findings(),
                        run,
                        after == null ? noCondition() : FINDING.TARGET_ID.gt(after),
                        FINDING.TARGET_ID,
                        FINDING.RATING,
                        FINDING.ATTAINMENT,
                        FINDING.FLAGS)
                .limit(limit)
                .fetch(row -> new ScorecardView.Rated(
                        row.get(FINDING.TARGET_ID),
                        rating(row),
                        row.get(FINDING.ATTAINMENT),
                        FindingRow.flags(row.get(FINDING.FLAGS))));
    }

    /** What several runs say, by run and target. @param targets null for all of them */
    Map<UUID, Map<UUID, Finding>> said(List<Run> runs, @Nullable Collection<UUID> targets) {
        ManyRows<Run> asked = new ManyRows<>("asked", runs);
        Field<UUID> run = asked.column(UUID.class, Run::id);
        Condition isUpTo = asked.equal(SCORECARD.WHOLE_ID, Run::whole)
                .and(SCORECARD.STEP.between(
                        asked.column(Integer.class, Run::sinceStep), asked.column(Integer.class, Run::step)));
        Map<UUID, Map<UUID, Finding>> said = new HashMap<>();
        sql.select(run, FINDING.TARGET_ID, FINDING.RATING, FINDING.FLAGS)
                .distinctOn(run, FINDING.TARGET_ID)
                .from(asked.table())
                .join(SCORECARD)
                .on(isUpTo)
                .join(FINDING)
                .on(FINDING.TENANT_ID.eq(SCORECARD.TENANT_ID), FINDING.SCORECARD_ID.eq(SCORECARD.SCORECARD_ID))
                .where(rows.ownedByCurrentTenant(SCORECARD))
                .and(rows.ownedByCurrentTenant(FINDING))
                .and(targets == null ? noCondition() : FINDING.TARGET_ID.eq(any(targets.toArray(UUID[]::new))))
                .orderBy(run, FINDING.TARGET_ID, SCORECARD.STEP.desc())
                .forEach(row -> said.computeIfAbsent(row.value1(), id -> new HashMap<>())
                        .put(
                                row.value2(),
                                new Finding(Coded.read(Rating.class, row.value3()), FindingRow.flags(row.value4()))));
        return said;
    }

    /** The targets of which the steps from one run to another found something. */
    Set<UUID> between(Run earlier, Run later) {
        return sql.selectDistinct(FINDING.TARGET_ID)
                .from(findings())
                .where(rows.ownedByCurrentTenant(SCORECARD))
                .and(rows.ownedByCurrentTenant(FINDING))
                .and(SCORECARD.WHOLE_ID.eq(later.whole()))
                .and(SCORECARD.STEP.gt(earlier.step()))
                .and(SCORECARD.STEP.le(later.step()))
                .fetchSet(FINDING.TARGET_ID);
    }

    private static Table<?> findings() {
        return SCORECARD
                .join(FINDING)
                .on(FINDING.TENANT_ID.eq(SCORECARD.TENANT_ID), FINDING.SCORECARD_ID.eq(SCORECARD.SCORECARD_ID));
    }

    private SelectSeekStep2<Record, UUID, Integer> newest(Table<?> from, Run run, Condition which, Field<?>... fields) {
        return sql.select(fields)
                .distinctOn(FINDING.TARGET_ID)
                .from(from)
                .where(rows.ownedByCurrentTenant(SCORECARD))
                .and(rows.ownedByCurrentTenant(FINDING))
                .and(SCORECARD.WHOLE_ID.eq(run.whole()))
                .and(SCORECARD.STEP.between(run.sinceStep(), run.step()))
                .and(which)
                .orderBy(FINDING.TARGET_ID, SCORECARD.STEP.desc());
    }

    private static Rating rating(Record row) {
        return Coded.read(Rating.class, row.get(FINDING.RATING));
    }
}
