package vn.cotmoc.core.publications;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static vn.cotmoc.core.tables.Tables.AREA;
import static vn.cotmoc.core.tables.Tables.INDICATOR;
import static vn.cotmoc.core.tables.Tables.OBSERVATION;
import static vn.cotmoc.core.tables.Tables.OBSERVATION_WITHDRAWAL;
import static vn.cotmoc.core.tables.Tables.PLAN;
import static vn.cotmoc.core.tables.Tables.PUBLISHED_FIGURE;
import static vn.cotmoc.core.tables.Tables.PUBLISHED_PLAN;
import static vn.cotmoc.core.tables.Tables.SCORECARD;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.tenancy.OwnedRows;

/**
 * Công bố: releases a civil year's figures of national indicators, every vintage of the province as a whole that was not withdrawn, and
 * the stored scorecards of that year's plans, to the ministry. Publishing again adds what is new.
 */
@Singleton
public class PublishFigures {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    PublishFigures(DSLContext sql, OwnedRows rows, Trail trail, CurrentActor actor, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param figures how many were new to the ministry
     * @param scorecards how many stored runs were new to it
     */
    public record Published(Period period, int figures, int scorecards) {}

    /** @throws Refusal {@code publication-period} unless the period is a year */
    @Transactional
    public Published publish(Period period) {
        if (!period.isYear()) {
            throw Refusal.invalid("publication-period", "/period", "period", period);
        }
        holdIndicators();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Published published =
                new Published(period, figures(OBSERVATION.PERIOD.eq(period.toString()), now), scorecards(period, now));
        trail.added(
                "publication",
                period,
                Map.of(
                        "figures", Integer.toString(published.figures()),
                        "scorecards", Integer.toString(published.scorecards())));
        return published;
    }

    /** Nobody withdraws a figure until this transaction ends; others may record and publish too. */
    private void holdIndicators() {
        sql.select(INDICATOR.CODE)
                .from(INDICATOR)
                .where(rows.ownedByCurrentTenant(INDICATOR))
                .and(INDICATOR.NATIONAL_CODE.isNotNull())
                .orderBy(INDICATOR.CODE)
                .forKeyShare()
                .fetch();
    }

    /**
     * Releases those of the given figures that are of national indicators and of the province as a whole.
     *
     * @return how many were new to the ministry
     */
    @Transactional
    public int release(Collection<UUID> observations) {
        holdIndicators();
        int figures = figures(
                OBSERVATION.OBSERVATION_ID.in(observations), clock.instant().atOffset(ZoneOffset.UTC));
        trail.added("publication", "figures", Map.of("figures", Integer.toString(figures)));
        return figures;
    }

    private int figures(Condition which, OffsetDateTime now) {
        return sql.insertInto(
                        PUBLISHED_FIGURE,
                        PUBLISHED_FIGURE.TENANT_ID,
                        PUBLISHED_FIGURE.OBSERVATION_ID,
                        PUBLISHED_FIGURE.NATIONAL_CODE,
                        PUBLISHED_FIGURE.PERIOD,
                        PUBLISHED_FIGURE.PERIOD_ENDS,
                        PUBLISHED_FIGURE.STATUS,
                        PUBLISHED_FIGURE.AMOUNT,
                        PUBLISHED_FIGURE.KNOWN_ON,
                        PUBLISHED_FIGURE.PUBLISHED_AT,
                        PUBLISHED_FIGURE.PUBLISHED_BY)
                .select(sql.select(
                                OBSERVATION.TENANT_ID,
                                OBSERVATION.OBSERVATION_ID,
                                INDICATOR.NATIONAL_CODE,
                                OBSERVATION.PERIOD,
                                OBSERVATION.PERIOD_ENDS,
                                OBSERVATION.STATUS,
                                OBSERVATION.AMOUNT,
                                OBSERVATION.KNOWN_ON,
                                val(now),
                                val(actor.username()))
                        .from(OBSERVATION)
                        .join(INDICATOR)
                        .on(
                                INDICATOR.TENANT_ID.eq(OBSERVATION.TENANT_ID),
                                INDICATOR.CODE.eq(OBSERVATION.INDICATOR_CODE))
                        .join(AREA)
                        .on(AREA.TENANT_ID.eq(OBSERVATION.TENANT_ID), AREA.AREA_ID.eq(OBSERVATION.AREA_ID))
                        .where(rows.ownedByCurrentTenant(OBSERVATION))
                        .and(rows.ownedByCurrentTenant(INDICATOR))
                        .and(rows.ownedByCurrentTenant(AREA))
                        .and(AREA.PARENT_ID.isNull())
                        .and(INDICATOR.NATIONAL_CODE.isNotNull())
                        .and(OBSERVATION.SUBGROUP.eq(""))
                        .and(which)
                        .and(OBSERVATION.CALENDAR.eq(Calendar.CIVIL.code()))
                        .and(notExists(selectOne()
                                .from(OBSERVATION_WITHDRAWAL)
                                .where(rows.ownedByCurrentTenant(OBSERVATION_WITHDRAWAL))
                                .and(OBSERVATION_WITHDRAWAL.TENANT_ID.eq(OBSERVATION.TENANT_ID))
                                .and(OBSERVATION_WITHDRAWAL.OBSERVATION_ID.eq(OBSERVATION.OBSERVATION_ID)))))
                .onConflictDoNothing()
                .execute();
    }

    private int scorecards(Period period, OffsetDateTime now) {
        return sql.insertInto(
                        PUBLISHED_PLAN,
                        PUBLISHED_PLAN.TENANT_ID,
                        PUBLISHED_PLAN.SCORECARD_ID,
                        PUBLISHED_PLAN.PLAN_ID,
                        PUBLISHED_PLAN.PLAN_TITLE,
                        PUBLISHED_PLAN.PLAN_PERIOD,
                        PUBLISHED_PLAN.AS_OF,
                        PUBLISHED_PLAN.EXCEEDED,
                        PUBLISHED_PLAN.MET,
                        PUBLISHED_PLAN.NEARLY_MET,
                        PUBLISHED_PLAN.MISSED,
                        PUBLISHED_PLAN.ON_TRACK,
                        PUBLISHED_PLAN.BEHIND,
                        PUBLISHED_PLAN.AT_RISK,
                        PUBLISHED_PLAN.INSUFFICIENT_DATA,
                        PUBLISHED_PLAN.PUBLISHED_AT,
                        PUBLISHED_PLAN.PUBLISHED_BY)
                .select(sql.select(
                                SCORECARD.TENANT_ID,
                                SCORECARD.SCORECARD_ID,
                                PLAN.PLAN_ID,
                                PLAN.TITLE,
                                PLAN.PERIOD,
                                SCORECARD.AS_OF,
                                SCORECARD.EXCEEDED,
                                SCORECARD.MET,
                                SCORECARD.NEARLY_MET,
                                SCORECARD.MISSED,
                                SCORECARD.ON_TRACK,
                                SCORECARD.BEHIND,
                                SCORECARD.AT_RISK,
                                SCORECARD.INSUFFICIENT_DATA,
                                val(now),
                                val(actor.username()))
                        .from(SCORECARD)
                        .join(PLAN)
                        .on(PLAN.TENANT_ID.eq(SCORECARD.TENANT_ID), PLAN.PLAN_ID.eq(SCORECARD.PLAN_ID))
                        .where(rows.ownedByCurrentTenant(SCORECARD))
                        .and(rows.ownedByCurrentTenant(PLAN))
                        .and(PLAN.PERIOD.eq(period.toString()))
                        .and(SCORECARD.AIMS.eq(Aims.CURRENT.code())))
                .onConflictDoNothing()
                .execute();
    }
}
