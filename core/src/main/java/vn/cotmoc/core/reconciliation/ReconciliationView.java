package vn.cotmoc.core.reconciliation;

import static vn.cotmoc.core.tables.Tables.AREA;
import static vn.cotmoc.core.tables.Tables.INDICATOR;
import static vn.cotmoc.core.tables.Tables.TARGET;
import static vn.cotmoc.core.tables.Tables.TARGET_REVISION;
import static vn.cotmoc.core.tables.Tables.UNIT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import vn.cotmoc.core.indicators.Summation.OverAreas;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.reconciliation.Reconciliation.Line;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.targets.TargetView;
import vn.cotmoc.core.tenancy.OwnedRows;

/** A target and its parts, each in its newest revision, in one query. */
@Singleton
public class ReconciliationView {

    private final DSLContext sql;
    private final OwnedRows rows;

    ReconciliationView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** @throws Refusal {@code unknown-target} */
    @Transactional(readOnly = true)
    public Reconciliation of(UUID id) {
        List<Found> found = sql.select()
                .distinctOn(TARGET.TARGET_ID)
                .from(TARGET)
                .join(TARGET_REVISION)
                .on(TARGET_REVISION.TENANT_ID.eq(TARGET.TENANT_ID), TARGET_REVISION.TARGET_ID.eq(TARGET.TARGET_ID))
                .join(INDICATOR)
                .on(INDICATOR.TENANT_ID.eq(TARGET.TENANT_ID), INDICATOR.CODE.eq(TARGET.INDICATOR_CODE))
                .join(AREA)
                .on(AREA.TENANT_ID.eq(TARGET.TENANT_ID), AREA.AREA_ID.eq(TARGET.AREA_ID))
                .leftJoin(UNIT)
                .on(
                        rows.ownedByCurrentTenant(UNIT),
                        UNIT.TENANT_ID.eq(TARGET.TENANT_ID),
                        UNIT.UNIT_ID.eq(TARGET.UNIT_ID))
                .where(rows.ownedByCurrentTenant(TARGET))
                .and(rows.ownedByCurrentTenant(TARGET_REVISION))
                .and(rows.ownedByCurrentTenant(INDICATOR))
                .and(rows.ownedByCurrentTenant(AREA))
                .and(TARGET.TARGET_ID.eq(id).or(TARGET.PARENT_ID.eq(id)))
                .orderBy(TARGET.TARGET_ID, TARGET_REVISION.REVISION.desc())
                .fetch(ReconciliationView::found);
        Found whole = found.stream()
                .filter(one -> one.line().target().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("unknown-target", "target", id));
        List<Line> parts =
                found.stream().filter(one -> one != whole).map(Found::line).toList();
        return Reconciliation.of(whole.line(), parts, whole.overAreas());
    }

    private record Found(Line line, OverAreas overAreas) {}

    private static Found found(Record row) {
        return new Found(
                new Line(TargetView.target(row), TargetView.revision(row), row.get(AREA.NAME), row.get(UNIT.NAME_VI)),
                Coded.read(OverAreas.class, row.get(INDICATOR.AREA_AGGREGATION)));
    }
}
