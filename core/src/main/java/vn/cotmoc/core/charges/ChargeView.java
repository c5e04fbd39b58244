package vn.cotmoc.core.charges;

import static vn.cotmoc.core.tables.Tables.TARGET_CHARGE;
import static vn.cotmoc.core.tables.Tables.TARGET_COORDINATOR;
import static vn.cotmoc.core.tables.Tables.UNIT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import vn.cotmoc.core.charges.Charge.InCharge;
import vn.cotmoc.core.tables.tables.Unit;
import vn.cotmoc.core.tenancy.OwnedRows;

/** Who answers for a target now, and who did before. */
@Singleton
public class ChargeView {

    private static final Unit HELPER = UNIT.as("helper");

    private final DSLContext sql;
    private final OwnedRows rows;

    ChargeView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** Oldest first; empty if nobody was ever in charge. */
    @Transactional(readOnly = true)
    public List<Charge> history(UUID target) {
        return sql
                .select(
                        TARGET_CHARGE.CHARGE,
                        TARGET_CHARGE.OWNER_UNIT_ID,
                        UNIT.NAME_VI,
                        TARGET_CHARGE.REASON,
                        TARGET_CHARGE.RECORDED_AT,
                        TARGET_CHARGE.RECORDED_BY,
                        HELPER.UNIT_ID,
                        HELPER.NAME_VI)
                .from(TARGET_CHARGE)
                .join(UNIT)
                .on(UNIT.TENANT_ID.eq(TARGET_CHARGE.TENANT_ID), UNIT.UNIT_ID.eq(TARGET_CHARGE.OWNER_UNIT_ID))
                .leftJoin(TARGET_COORDINATOR)
                .on(
                        rows.ownedByCurrentTenant(TARGET_COORDINATOR),
                        TARGET_COORDINATOR.TENANT_ID.eq(TARGET_CHARGE.TENANT_ID),
                        TARGET_COORDINATOR.TARGET_ID.eq(TARGET_CHARGE.TARGET_ID),
                        TARGET_COORDINATOR.CHARGE.eq(TARGET_CHARGE.CHARGE))
                .leftJoin(HELPER)
                .on(
                        rows.ownedByCurrentTenant(HELPER),
                        HELPER.TENANT_ID.eq(TARGET_COORDINATOR.TENANT_ID),
                        HELPER.UNIT_ID.eq(TARGET_COORDINATOR.UNIT_ID))
                .where(rows.ownedByCurrentTenant(TARGET_CHARGE))
                .and(rows.ownedByCurrentTenant(UNIT))
                .and(TARGET_CHARGE.TARGET_ID.eq(target))
                .orderBy(TARGET_CHARGE.CHARGE, HELPER.NAME_VI, HELPER.UNIT_ID)
                .fetchGroups(TARGET_CHARGE.CHARGE)
                .values()
                .stream()
                .map(ChargeView::charge)
                .toList();
    }

    /** @param lines one a coordinator, or one without */
    private static Charge charge(Result<? extends Record> lines) {
        Record first = lines.getFirst();
        return new Charge(
                first.get(TARGET_CHARGE.CHARGE),
                new InCharge(first.get(TARGET_CHARGE.OWNER_UNIT_ID), first.get(UNIT.NAME_VI)),
                lines.stream()
                        .filter(line -> line.get(HELPER.UNIT_ID) != null)
                        .map(line -> new InCharge(line.get(HELPER.UNIT_ID), line.get(HELPER.NAME_VI)))
                        .toList(),
                first.get(TARGET_CHARGE.REASON),
                first.get(TARGET_CHARGE.RECORDED_AT).toInstant(),
                first.get(TARGET_CHARGE.RECORDED_BY));
    }
}
