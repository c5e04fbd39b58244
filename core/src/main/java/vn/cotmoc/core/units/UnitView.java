package vn.cotmoc.core.units;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static vn.cotmoc.core.tables.Tables.UNIT;
import static vn.cotmoc.core.tables.Tables.UNIT_ASSIGNMENT;
import static vn.cotmoc.core.tables.Tables.UNIT_MEMBER;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tables.tables.UnitMember;
import vn.cotmoc.core.tables.tables.records.UnitRecord;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's units, who is in them and what they report. */
@Singleton
public class UnitView {

    private static final UnitMember LATER = UNIT_MEMBER.as("later");

    private final DSLContext sql;
    private final OwnedRows rows;

    UnitView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public List<Unit> list(@Nullable UUID after, int limit) {
        return units(after == null ? noCondition() : UNIT.UNIT_ID.gt(after), limit);
    }

    /** @throws Refusal {@code unknown-unit} */
    @Transactional(readOnly = true)
    public Unit require(UUID id) {
        return units(UNIT.UNIT_ID.eq(id), 1).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("unknown-unit", "unit", id));
    }

    /** Those who are in the unit now, by name. */
    @Transactional(readOnly = true)
    public List<Member> members(UUID unit) {
        return sql.select(
                        UNIT_MEMBER.USERNAME,
                        UNIT_MEMBER.RECORDED_AT.convertFrom(OffsetDateTime::toInstant),
                        UNIT_MEMBER.RECORDED_BY)
                .from(UNIT_MEMBER)
                .where(rows.ownedByCurrentTenant(UNIT_MEMBER))
                .and(UNIT_MEMBER.UNIT_ID.eq(unit))
                .and(isNewest())
                .orderBy(UNIT_MEMBER.USERNAME)
                .fetch(mapping(Member::new));
    }

    /** What the unit reports now, by indicator. */
    @Transactional(readOnly = true)
    public List<Assignment> assignments(UUID unit) {
        return sql.select(
                        UNIT_ASSIGNMENT.ASSIGNMENT_ID,
                        UNIT_ASSIGNMENT.INDICATOR_CODE,
                        UNIT_ASSIGNMENT.AREA_ID,
                        UNIT_ASSIGNMENT.RECORDED_AT.convertFrom(OffsetDateTime::toInstant),
                        UNIT_ASSIGNMENT.RECORDED_BY)
                .from(UNIT_ASSIGNMENT)
                .where(rows.ownedByCurrentTenant(UNIT_ASSIGNMENT))
                .and(UNIT_ASSIGNMENT.UNIT_ID.eq(unit))
                .and(UNIT_ASSIGNMENT.WITHDRAWN_AT.isNull())
                .orderBy(UNIT_ASSIGNMENT.INDICATOR_CODE, UNIT_ASSIGNMENT.ASSIGNMENT_ID)
                .fetch(mapping(Assignment::new));
    }

    /** The unit that the user belongs to now. */
    @Transactional(readOnly = true)
    public Optional<Unit> ofMember(String username) {
        return sql.select(UNIT.fields())
                .from(UNIT)
                .join(UNIT_MEMBER)
                .on(
                        rows.ownedByCurrentTenant(UNIT_MEMBER),
                        UNIT_MEMBER.TENANT_ID.eq(UNIT.TENANT_ID),
                        UNIT_MEMBER.UNIT_ID.eq(UNIT.UNIT_ID))
                .where(rows.ownedByCurrentTenant(UNIT))
                .and(UNIT_MEMBER.USERNAME.eq(username))
                .and(isNewest())
                .fetchOptionalInto(UNIT)
                .map(UnitView::unit);
    }

    /** Nobody is in two units: only the newest of a user's moves counts. */
    private Condition isNewest() {
        return notExists(selectOne()
                .from(LATER)
                .where(rows.ownedByCurrentTenant(LATER))
                .and(LATER.TENANT_ID.eq(UNIT_MEMBER.TENANT_ID))
                .and(LATER.USERNAME.eq(UNIT_MEMBER.USERNAME))
                .and(LATER.MOVE.gt(UNIT_MEMBER.MOVE)));
    }

    private List<Unit> units(Condition which, int limit) {
        return sql.selectFrom(UNIT)
                .where(rows.ownedByCurrentTenant(UNIT))
                .and(which)
                .orderBy(UNIT.UNIT_ID)
                .limit(limit)
                .fetch(UnitView::unit);
    }

    private static Unit unit(UnitRecord row) {
        return new Unit(
                row.getUnitId(),
                row.getCode(),
                row.getNameVi(),
                row.getNameEn(),
                Coded.read(UnitKind.class, row.getKind()),
                row.getAreaId(),
                row.getValidFrom(),
                row.getValidTo(),
                row.getVersion());
    }
}
