package vn.cotmoc.core.scoring;

import static vn.cotmoc.core.tables.Tables.AREA;
import static vn.cotmoc.core.tables.Tables.INDICATOR;
import static vn.cotmoc.core.tables.Tables.TARGET;
import static vn.cotmoc.core.tables.Tables.TARGET_REVISION;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.Revision;
import vn.cotmoc.core.targets.Strictness;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The targets of a plan as they stood on a day, in one query. */
@Singleton
class TargetLines {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Clock clock;

    TargetLines(DSLContext sql, OwnedRows rows, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    /** For each target the newest revision decided by the day; an amendment without a stated day from its recording. */
    List<TargetLine> of(UUID plan, LocalDate day) {
        return sql.select()
                .distinctOn(INDICATOR.GROUP_CODE, TARGET.INDICATOR_CODE, TARGET.TARGET_ID)
                .from(TARGET)
                .join(TARGET_REVISION)
                .on(TARGET_REVISION.TENANT_ID.eq(TARGET.TENANT_ID), TARGET_REVISION.TARGET_ID.eq(TARGET.TARGET_ID))
                .join(INDICATOR)
                .on(INDICATOR.TENANT_ID.eq(TARGET.TENANT_ID), INDICATOR.CODE.eq(TARGET.INDICATOR_CODE))
                .join(AREA)
                .on(AREA.TENANT_ID.eq(TARGET.TENANT_ID), AREA.AREA_ID.eq(TARGET.AREA_ID))
                .where(rows.ownedByCurrentTenant(TARGET))
                .and(rows.ownedByCurrentTenant(TARGET_REVISION))
                .and(rows.ownedByCurrentTenant(INDICATOR))
                .and(rows.ownedByCurrentTenant(AREA))
                .and(TARGET.PLAN_ID.eq(plan))
                .and(TARGET_REVISION
                        .REVISION
                        .eq(1)
                        .or(TARGET_REVISION.DECIDED_ON.le(day))
                        .or(TARGET_REVISION.DECIDED_ON.isNull().and(TARGET_REVISION.RECORDED_AT.lt(endOf(day)))))
                .orderBy(INDICATOR.GROUP_CODE, TARGET.INDICATOR_CODE, TARGET.TARGET_ID, TARGET_REVISION.REVISION.desc())
                .fetch(TargetLines::line);
    }

    private OffsetDateTime endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static TargetLine line(Record row) {
        return new TargetLine(target(row), revision(row), IndicatorView.read(row), row.get(AREA.NAME));
    }

    private static Target target(Record row) {
        return new Target(
                row.get(TARGET.TARGET_ID),
                row.get(TARGET.PLAN_ID),
                row.get(TARGET.INDICATOR_CODE),
                row.get(TARGET.AREA_ID),
                row.get(TARGET.SUBGROUP),
                Coded.read(Authority.class, row.get(TARGET.AUTHORITY)),
                Period.parse(row.get(TARGET.PERIOD)),
                Coded.read(Strictness.class, row.get(TARGET.STRICTNESS)),
                row.get(TARGET.FOCUS),
                row.get(TARGET.WEIGHT));
    }

    private static Revision revision(Record row) {
        return new Revision(
                row.get(TARGET_REVISION.REVISION),
                new Aim(
                        Coded.read(Comparator.class, row.get(TARGET_REVISION.COMPARATOR)),
                        amount(row.get(TARGET_REVISION.AMOUNT)),
                        amount(row.get(TARGET_REVISION.AMOUNT_HIGH)),
                        row.get(TARGET_REVISION.DUE),
                        baseline(row)),
                row.get(TARGET_REVISION.WORDING),
                row.get(TARGET_REVISION.SOURCE),
                row.get(TARGET_REVISION.REASON),
                row.get(TARGET_REVISION.DECIDED_ON),
                row.get(TARGET_REVISION.RECORDED_AT).toInstant(),
                row.get(TARGET_REVISION.RECORDED_BY));
    }

    private static Aim.@Nullable Baseline baseline(Record row) {
        Amount amount = amount(row.get(TARGET_REVISION.BASELINE_AMOUNT));
        String period = row.get(TARGET_REVISION.BASELINE_PERIOD);
        return amount == null || period == null ? null : new Aim.Baseline(amount, Period.parse(period));
    }

    private static @Nullable Amount amount(java.math.@Nullable BigDecimal value) {
        return value == null ? null : new Amount(value);
    }
}
