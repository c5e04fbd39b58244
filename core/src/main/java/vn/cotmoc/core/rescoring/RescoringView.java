package vn.cotmoc.core.rescoring;

import static org.jooq.Records.mapping;
import static vn.cotmoc.core.tables.Tables.PLAN;
import static vn.cotmoc.core.tables.Tables.RESCORING;
import static vn.cotmoc.core.tables.Tables.TARGET;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.observations.FiguresOf;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.scoring.TargetLines;
import vn.cotmoc.core.tenancy.OwnedRows;

/** How the automatic scoring of the province's plans stands. */
@Singleton
public class RescoringView {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final PlanStore plans;

    RescoringView(DSLContext sql, OwnedRows rows, PlanStore plans) {
        this.sql = sql;
        this.rows = rows;
        this.plans = plans;
    }

    /** Empty if nothing asked for it yet. @throws Refusal {@code unknown-plan} */
    @Transactional(readOnly = true)
    public Optional<Rescoring> of(UUID plan) {
        plans.require(plan);
        return sql.select(
                        RESCORING.PLAN_ID,
                        RESCORING.STATUS.convertFrom(code -> Coded.read(RescoringStatus.class, code)),
                        RESCORING.CAUSE.convertFrom(code -> Coded.read(Cause.class, code)),
                        RESCORING.ASKED_AT.convertFrom(OffsetDateTime::toInstant),
                        RESCORING.BEGUN_AT.convertFrom(RescoringView::instant),
                        RESCORING.ENDED_AT.convertFrom(RescoringView::instant),
                        RESCORING.TARGETS,
                        RESCORING.TRIES,
                        RESCORING.FAILURE,
                        RESCORING.SCORECARD_ID)
                .from(RESCORING)
                .where(rows.ownedByCurrentTenant(RESCORING))
                .and(RESCORING.PLAN_ID.eq(plan))
                .fetchOptional(mapping(Rescoring::new));
    }

    /**
     * A plan that is scored by itself: not a draft any more, and not closed.
     *
     * @param askedAt null if nothing asked for it yet
     * @param endedAt null if it was not done yet
     * @param status null if nothing asked for it yet
     * @param rules by which it was last done
     * @param scorecard the run that says what holds; null before the first
     * @param followed the run that cases have followed; null before the first
     */
    record Scored(
            UUID plan,
            Period period,
            @Nullable RescoringStatus status,
            @Nullable Instant askedAt,
            @Nullable Instant endedAt,
            @Nullable String rules,
            @Nullable UUID scorecard,
            @Nullable UUID followed) {

        boolean runsOn(LocalDate day) {
            return !period.lastDay().isBefore(day);
        }

        boolean isNotFollowed() {
            return scorecard != null && !scorecard.equals(followed);
        }

        boolean isNotAskedSince(Instant change) {
            return askedAt == null || askedAt.isBefore(change);
        }
    }

    @Transactional(readOnly = true)
    List<Scored> scored() {
        return sql.select(
                        PLAN.PLAN_ID,
                        PLAN.PERIOD.convertFrom(Period::parse),
                        RESCORING.STATUS.convertFrom(
                                code -> code == null ? null : Coded.read(RescoringStatus.class, code)),
                        RESCORING.ASKED_AT.convertFrom(RescoringView::instant),
                        RESCORING.ENDED_AT.convertFrom(RescoringView::instant),
                        RESCORING.RULE_SET_SHA256,
                        RESCORING.SCORECARD_ID,
                        RESCORING.FOLLOWED_ID)
                .from(PLAN)
                .leftJoin(RESCORING)
                .on(
                        rows.ownedByCurrentTenant(RESCORING),
                        RESCORING.TENANT_ID.eq(PLAN.TENANT_ID),
                        RESCORING.PLAN_ID.eq(PLAN.PLAN_ID))
                .where(rows.ownedByCurrentTenant(PLAN))
                .and(PLAN.STATUS.notIn(PlanStatus.DRAFT.code(), PlanStatus.CLOSED.code()))
                .orderBy(PLAN.PLAN_ID)
                .fetch(mapping(Scored::new));
    }

    /** Those with a target of some of these figures. */
    @Transactional(readOnly = true)
    Set<UUID> plansOf(Set<FiguresOf> figures) {
        return sql.selectDistinct(TARGET.PLAN_ID)
                .from(TARGET)
                .where(rows.ownedByCurrentTenant(TARGET))
                .and(TargetLines.isOf(figures))
                .fetchSet(TARGET.PLAN_ID);
    }

    /** How many targets of a plan are in force. */
    @Transactional(readOnly = true)
    int targets(UUID plan) {
        return sql.fetchCount(
                TARGET,
                rows.ownedByCurrentTenant(TARGET).and(TARGET.PLAN_ID.eq(plan)).and(TARGET.WITHDRAWN_AT.isNull()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
