package vn.cotmoc.core.scoring;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
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
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.observations.FiguresOf;
import vn.cotmoc.core.scoring.ScorecardView.Finding;
import vn.cotmoc.core.tenancy.ManyRows;
import vn.cotmoc.core.tenancy.OwnedRows;

/** What holds in runs: of each target the newest finding of the steps from the last that has all targets up to the one that is asked. */
@Singleton
class FindingView {

    private static final vn.cotmoc.core.tables.tables.Finding DRAWN_FROM = FINDING.as("drawn_from");
    private static final vn.cotmoc.core.tables.tables.Finding HELD = FINDING.as("held");
    private static final Field<UUID> RECORD_IN = coalesce(HELD.RECORD_IN, HELD.SCORECARD_ID);

    private final DSLContext sql;
    private final OwnedRows rows;

    FindingView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * What holds of a target, without its record.
     *
     * @param foundIn the run that found it, or kept it once more
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
            UUID foundIn,
            UUID recordIn) {

        FiguresOf figures() {
            return new FiguresOf(indicator, area);
        }
    }

    /** Of a run that others can go on from. */
    List<Held> held(Run run) {
        return held(run, Which.ALL);
    }

    /**
     * Of these figures' targets. They are asked for first: PostgreSQL, once it keeps one plan for all runs, would look for them through
     * all that the steps found.
     */
    List<Held> held(Run run, Collection<FiguresOf> some) {
        UUID[] targets = sql.select(TARGET.TARGET_ID)
                .from(TARGET)
                .where(rows.ownedByCurrentTenant(TARGET))
                .and(TARGET.PLAN_ID.eq(run.plan()))
                .and(TargetLines.isOf(some))
                .fetchArray(TARGET.TARGET_ID);
        return targets.length == 0 ? List.of() : held(run, target -> target.eq(any(targets)));
    }

    private List<Held> held(Run run, Which which) {
        Newest newest = newest(run, which);
        return sql.select(
                        HELD.TARGET_ID,
                        TARGET.INDICATOR_CODE,
                        TARGET.AREA_ID,
                        HELD.RATING,
                        HELD.ATTAINMENT,
                        HELD.EXPECTED,
                        HELD.FLAGS,
                        HELD.UNDECIDED,
                        HELD.FIRED,
                        HELD.SCORECARD_ID,
                        RECORD_IN)
                .from(newest.findings()
                        .join(TARGET)
                        .on(TARGET.TENANT_ID.eq(HELD.TENANT_ID), TARGET.TARGET_ID.eq(HELD.TARGET_ID)))
                .where(newest.owned())
                .and(rows.ownedByCurrentTenant(TARGET))
                .orderBy(HELD.TARGET_ID)
                .fetch(mapping(
                        (target,
                                indicator,
                                area,
                                rating,
                                attainment,
                                expected,
                                flags,
                                undecided,
                                fired,
                                in,
                                recordIn) -> new Held(
                                target,
                                indicator,
                                area,
                                FindingRow.rating(rating),
                                attainment,
                                expected,
                                flags,
                                undecided,
                                fired,
                                in,
                                recordIn)));
    }

    /**
     * What holds of a target, with the record that it has or is drawn from. What stands beside it is as it is stored, believed by those
     * who draw.
     *
     * @param undecided null, like the rules that fired, in runs that none can go on from
     * @param own whether the record is the finding's own
     */
    record Written(
            UUID target,
            String rating,
            @Nullable BigDecimal attainment,
            String flags,
            @Nullable String undecided,
            @Nullable String fired,
            boolean own,
            String record) {}

    List<Written> written(Run run) {
        return written(run, Which.ALL);
    }

    List<Written> written(Run run, Collection<UUID> targets) {
        return written(run, target -> target.eq(any(targets.toArray(UUID[]::new))));
    }

    private List<Written> written(Run run, Which which) {
        Newest newest = newest(run, which);
        return sql.select(
                        HELD.TARGET_ID,
                        HELD.RATING,
                        HELD.ATTAINMENT,
                        HELD.FLAGS,
                        HELD.UNDECIDED,
                        HELD.FIRED,
                        HELD.RECORD_IN,
                        DRAWN_FROM.RECORD)
                .from(newest.findings()
                        .join(DRAWN_FROM)
                        .on(
                                DRAWN_FROM.TENANT_ID.eq(HELD.TENANT_ID),
                                DRAWN_FROM.TARGET_ID.eq(HELD.TARGET_ID),
                                DRAWN_FROM.SCORECARD_ID.eq(RECORD_IN)))
                .where(newest.owned())
                .and(rows.ownedByCurrentTenant(DRAWN_FROM))
                .orderBy(HELD.TARGET_ID)
                .fetch(row -> new Written(
                        row.get(HELD.TARGET_ID),
                        row.get(HELD.RATING),
                        row.get(HELD.ATTAINMENT),
                        row.get(HELD.FLAGS),
                        row.get(HELD.UNDECIDED),
                        row.get(HELD.FIRED),
                        row.get(HELD.RECORD_IN) == null,
                        row.get(DRAWN_FROM.RECORD)));
    }

    /** What a run says of its targets, by their identifiers. @param after null for the first ones */
    List<ScorecardView.Rated> rated(Run run, @Nullable UUID after, int limit) {
        Newest newest = newest(run, page(run, after, limit));
        return sql.select(HELD.TARGET_ID, HELD.RATING, HELD.ATTAINMENT, HELD.FLAGS)
                .from(newest.findings())
                .where(newest.owned())
                .orderBy(HELD.TARGET_ID)
                .limit(limit)
                .fetch(mapping((target, rating, attainment, flags) -> new ScorecardView.Rated(
                        target, FindingRow.rating(rating), attainment, FindingRow.flags(flags))));
    }

    /**
     * The step that the others go on from says something of every target, so it knows where the page ends. Which it is is asked for
     * first: then its findings are read in their order, and no further than the page.
     */
    private Which page(Run run, @Nullable UUID after, int limit) {
        Which from = after == null ? Which.ALL : target -> target.gt(after);
        return sql.select(FINDING.TARGET_ID)
                .from(FINDING)
                .where(rows.ownedByCurrentTenant(FINDING))
                .and(FINDING.SCORECARD_ID.eq(select(SCORECARD.SCORECARD_ID)
                        .from(SCORECARD)
                        .where(rows.ownedByCurrentTenant(SCORECARD))
                        .and(SCORECARD.WHOLE_ID.eq(run.whole()))
                        .and(SCORECARD.STEP.eq(run.sinceStep()))))
                .and(from.is(FINDING.TARGET_ID))
                .orderBy(FINDING.TARGET_ID)
                .limit(limit - 1, 1)
                .fetchOptional(FINDING.TARGET_ID)
                .<Which>map(last -> target -> from.is(target).and(target.le(last)))
                .orElse(from);
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
                                new Finding(FindingRow.rating(row.value3()), FindingRow.flags(row.value4()))));
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

    /** Of which targets. */
    private interface Which {

        Which ALL = target -> noCondition();

        Condition is(Field<UUID> target);
    }

    /** @param findings of each target the newest one, as {@code HELD} */
    private record Newest(Table<?> findings, Condition owned) {}

    /**
     * All that the steps found is read and of each target the newest kept: twice what there are targets at most, as longer chains are
     * gathered. A run that has all targets is looked for nowhere else.
     */
    private Newest newest(Run run, Which which) {
        if (run.step() == run.sinceStep()) {
            return new Newest(
                    HELD,
                    rows.ownedByCurrentTenant(HELD)
                            .and(HELD.SCORECARD_ID.eq(run.id()))
                            .and(which.is(HELD.TARGET_ID)));
        }
        Table<?> newest = sql.select(FINDING.fields())
                .distinctOn(FINDING.TARGET_ID)
                .from(findings())
                .where(rows.ownedByCurrentTenant(SCORECARD))
                .and(rows.ownedByCurrentTenant(FINDING))
                .and(SCORECARD.WHOLE_ID.eq(run.whole()))
                .and(SCORECARD.STEP.between(run.sinceStep(), run.step()))
                .and(which.is(FINDING.TARGET_ID))
                .orderBy(FINDING.TARGET_ID, SCORECARD.STEP.desc())
                .asTable(HELD);
        return new Newest(newest, noCondition());
    }
}
