package vn.cotmoc.core.rescoring;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;
import static vn.cotmoc.core.tables.Tables.RESCORING;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.events.Outbox;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.observations.FiguresOf;
import vn.cotmoc.core.scoring.ScorePlan;
import vn.cotmoc.core.tenancy.OwnedRows;

/** How each plan's automatic scoring stands, a transaction a step: so everybody sees how far it has come. */
@Singleton
class RescoringStore {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Outbox outbox;
    private final Clock clock;

    RescoringStore(DSLContext sql, OwnedRows rows, Outbox outbox, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Several asking while nothing was done are one; what runs goes on, and is done once more afterwards.
     *
     * @param touched the figures that changed, if that and thresholds is all; else null
     * @return whether no more than that changed since the last run
     */
    @Transactional
    boolean ask(UUID plan, Cause cause, @Nullable Set<FiguresOf> touched) {
        boolean step = sql.insertInto(RESCORING)
                .set(RESCORING.TENANT_ID, rows.currentTenant())
                .set(RESCORING.PLAN_ID, plan)
                .set(RESCORING.STATUS, RescoringStatus.QUEUED.code())
                .set(RESCORING.CAUSE, cause.code())
                .set(RESCORING.ASKED, 1L)
                .set(RESCORING.KNOWN, 0L)
                .set(RESCORING.ASKED_AT, now())
                .setNull(RESCORING.TOUCHED)
                .set(RESCORING.TARGETS, 0)
                .set(RESCORING.TRIES, 0)
                .onConflict(RESCORING.TENANT_ID, RESCORING.PLAN_ID)
                .doUpdate()
                .set(
                        RESCORING.STATUS,
                        DSL.when(RESCORING.STATUS.eq(RescoringStatus.RUNNING.code()), RESCORING.STATUS)
                                .otherwise(RescoringStatus.QUEUED.code()))
                .set(RESCORING.CAUSE, cause.code())
                .set(RESCORING.ASKED, RESCORING.ASKED.plus(1))
                .set(RESCORING.ASKED_AT, DSL.excluded(RESCORING.ASKED_AT))
                .set(
                        RESCORING.TOUCHED,
                        touched == null ? val((String) null) : RESCORING.TOUCHED.concat(FiguresOf.text(touched)))
                .returningResult(RESCORING.TOUCHED, RESCORING.SCORECARD_ID)
                .fetchSingle(RescoringStore::isStep);
        if (!step) {
            tell(plan);
        }
        return step;
    }

    /** Something changed that these plans do not depend on, so that nobody takes it for something they missed. */
    @Transactional
    void passedBy(Collection<UUID> plans) {
        if (!plans.isEmpty()) {
            sql.update(RESCORING)
                    .set(RESCORING.ASKED_AT, now())
                    .where(rows.ownedByCurrentTenant(RESCORING))
                    .and(RESCORING.PLAN_ID.eq(any(plans.toArray(UUID[]::new))))
                    .execute();
        }
    }

    /**
     * What a try is made for.
     *
     * @param since null if anything may have changed
     * @param at tells it from all other tries
     */
    record Begun(Cause cause, ScorePlan.@Nullable Since since, OffsetDateTime at) {}

    /**
     * A try that knows all that was asked for by now. Nobody is told of one that is a step: it is over before anybody looks.
     *
     * @param targets how many a whole run rates; a step leaves it as it was
     */
    @Transactional
    Begun begin(UUID plan, IntSupplier targets) {
        OffsetDateTime at = now();
        Begun begun = sql.select(RESCORING.CAUSE, RESCORING.SCORECARD_ID, RESCORING.TOUCHED)
                .from(RESCORING)
                .where(of(plan))
                .forNoKeyUpdate()
                .fetchSingle(
                        row -> new Begun(Coded.read(Cause.class, row.value1()), since(row.value2(), row.value3()), at));
        boolean whole = begun.since() == null;
        sql.update(RESCORING)
                .set(RESCORING.STATUS, RescoringStatus.RUNNING.code())
                .set(RESCORING.KNOWN, RESCORING.ASKED)
                .set(RESCORING.BEGUN_AT, at)
                .set(RESCORING.TOUCHED, "")
                .set(RESCORING.TARGETS, whole ? val(targets.getAsInt()) : RESCORING.TARGETS)
                .where(of(plan))
                .execute();
        if (whole) {
            tell(plan);
        }
        return begun;
    }

    private static ScorePlan.@Nullable Since since(@Nullable UUID scorecard, @Nullable String touched) {
        return scorecard == null || touched == null ? null : new ScorePlan.Since(scorecard, FiguresOf.parse(touched));
    }

    /** Whether no other try has begun since: a node that was slow and thought dead must not speak any more. */
    @Transactional(readOnly = true)
    boolean isNewest(UUID plan, Begun begun) {
        return sql.fetchExists(RESCORING, of(plan).and(RESCORING.BEGUN_AT.eq(begun.at())));
    }

    /** @param rules by which it was done */
    @Transactional
    void done(UUID plan, UUID scorecard, String rules) {
        sql.update(RESCORING)
                .set(RESCORING.STATUS, unlessAskedSince(RescoringStatus.DONE))
                .set(RESCORING.ENDED_AT, now())
                .set(RESCORING.TRIES, 0)
                .setNull(RESCORING.FAILURE)
                .set(RESCORING.SCORECARD_ID, scorecard)
                .set(RESCORING.RULE_SET_SHA256, rules)
                .where(of(plan))
                .execute();
        tell(plan);
    }

    /** What the cases have to follow. @param followed null if they followed nothing yet */
    record ToFollow(UUID scorecard, @Nullable UUID followed) {}

    /** Empty if there is nothing new. */
    @Transactional(readOnly = true)
    Optional<ToFollow> toFollow(UUID plan) {
        return sql.select(RESCORING.SCORECARD_ID, RESCORING.FOLLOWED_ID)
                .from(RESCORING)
                .where(of(plan))
                .and(RESCORING.SCORECARD_ID.isDistinctFrom(RESCORING.FOLLOWED_ID))
                .and(RESCORING.SCORECARD_ID.isNotNull())
                .fetchOptional(mapping(ToFollow::new));
    }

    @Transactional
    void followed(UUID plan, UUID scorecard) {
        sql.update(RESCORING)
                .set(RESCORING.FOLLOWED_ID, scorecard)
                .where(of(plan))
                .execute();
    }

    /** It is tried again. */
    @Transactional
    void stopped(UUID plan, int tries, String failure) {
        end(plan, DSL.val(RescoringStatus.QUEUED.code()), tries, failure);
    }

    /** It is not tried again, unless something asked since it began. */
    @Transactional
    void gaveUp(UUID plan, int tries, String failure) {
        end(plan, unlessAskedSince(RescoringStatus.FAILED), tries, failure);
    }

    private void end(UUID plan, Field<String> status, int tries, String failure) {
        sql.update(RESCORING)
                .set(RESCORING.STATUS, status)
                .set(RESCORING.ENDED_AT, now())
                .set(RESCORING.TRIES, tries)
                .set(RESCORING.FAILURE, failure)
                .setNull(RESCORING.TOUCHED) // what the try was made for is not in any run
                .where(of(plan))
                .execute();
        tell(plan);
    }

    /** Whether what asked, that no finished try knew of, was only figures and thresholds; empty if nothing did. */
    @Transactional(readOnly = true)
    Optional<Boolean> asked(UUID plan) {
        return sql.select(RESCORING.TOUCHED, RESCORING.SCORECARD_ID)
                .from(RESCORING)
                .where(of(plan))
                .and(RESCORING.STATUS.eq(RescoringStatus.QUEUED.code()))
                .fetchOptional(RescoringStore::isStep);
    }

    private static boolean isStep(Record2<String, UUID> row) {
        return row.value1() != null && row.value2() != null;
    }

    private static Field<String> unlessAskedSince(RescoringStatus status) {
        return DSL.when(RESCORING.ASKED.gt(RESCORING.KNOWN), RescoringStatus.QUEUED.code())
                .otherwise(status.code());
    }

    private Condition of(UUID plan) {
        return rows.ownedByCurrentTenant(RESCORING).and(RESCORING.PLAN_ID.eq(plan));
    }

    /** The house's own work is no change of somebody's, so it is an event without being on the trail. */
    private void tell(UUID plan) {
        outbox.changed(RESCORING.getName(), plan.toString());
    }

    /** As exact as it is kept. */
    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
