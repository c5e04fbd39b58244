package vn.cotmoc.core.plans;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.PLAN;
import static vn.cotmoc.core.tables.Tables.PLAN_STEP;
import static vn.cotmoc.core.tables.Tables.TARGET;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's plans with how many targets in force each has. */
@Singleton
public class PlanView {

    private final DSLContext sql;
    private final OwnedRows rows;

    PlanView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    public record Line(UUID id, Period period, String title, PlanStatus status, int version, int targets) {}

    @Transactional(readOnly = true)
    public List<Line> list(@Nullable UUID after, int limit) {
        return lines(after == null ? noCondition() : PLAN.PLAN_ID.gt(after), limit);
    }

    /** @throws Refusal {@code unknown-plan} */
    @Transactional(readOnly = true)
    public Line require(UUID id) {
        return lines(PLAN.PLAN_ID.eq(id), 1).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("unknown-plan", "plan", id));
    }

    /**
     * The steps of a plan's life, as they were decided, oldest first; how it began stands before all.
     *
     * @throws Refusal {@code unknown-plan}
     */
    @Transactional(readOnly = true)
    public List<PlanStep> steps(UUID plan) {
        require(plan);
        return sql.select(
                        PLAN_STEP.STEP,
                        PLAN_STEP.STATUS.convertFrom(code -> Coded.read(PlanStatus.class, code)),
                        PLAN_STEP.INSTRUMENT_ID,
                        PLAN_STEP.DECIDED_ON,
                        PLAN_STEP.REASON,
                        PLAN_STEP.RECORDED_AT.convertFrom(OffsetDateTime::toInstant),
                        PLAN_STEP.RECORDED_BY)
                .from(PLAN_STEP)
                .where(rows.ownedByCurrentTenant(PLAN_STEP))
                .and(PLAN_STEP.PLAN_ID.eq(plan))
                .orderBy(PLAN_STEP.STEP.gt(1), PLAN_STEP.DECIDED_ON, PLAN_STEP.STEP)
                .fetch(mapping(PlanStep::new));
    }

    private List<Line> lines(Condition which, int limit) {
        return sql.select(
                        PLAN.PLAN_ID,
                        PLAN.PERIOD.convertFrom(Period::parse),
                        PLAN.TITLE,
                        PLAN.STATUS.convertFrom(code -> Coded.read(PlanStatus.class, code)),
                        PLAN.VERSION,
                        count(TARGET.TARGET_ID))
                .from(PLAN)
                .leftJoin(TARGET)
                .on(
                        rows.ownedByCurrentTenant(TARGET),
                        TARGET.TENANT_ID.eq(PLAN.TENANT_ID),
                        TARGET.PLAN_ID.eq(PLAN.PLAN_ID),
                        TARGET.WITHDRAWN_AT.isNull())
                .where(rows.ownedByCurrentTenant(PLAN))
                .and(which)
                .groupBy(PLAN.TENANT_ID, PLAN.PLAN_ID)
                .orderBy(PLAN.PLAN_ID)
                .limit(limit)
                .fetch(mapping(Line::new));
    }
}
