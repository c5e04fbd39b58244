package vn.cotmoc.core.units;

import static vn.cotmoc.core.tables.Tables.UNIT;
import static vn.cotmoc.core.tables.Tables.UNIT_ASSIGNMENT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The current province's units with their members and assignments. */
@Singleton
public class UnitStore {

    private final UnitRows units;
    private final MemberRows members;
    private final AssignmentRows assignments;
    private final DSLContext sql;
    private final OwnedRows rows;
    private final CurrentActor actor;
    private final Clock clock;

    UnitStore(
            UnitRows units,
            MemberRows members,
            AssignmentRows assignments,
            DSLContext sql,
            OwnedRows rows,
            CurrentActor actor,
            Clock clock) {
        this.units = units;
        this.members = members;
        this.assignments = assignments;
        this.sql = sql;
        this.rows = rows;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws Refusal {@code unknown-unit} */
    @Transactional
    public Unit require(UUID id) {
        return units.findByUnitId(id)
                .map(UnitRow::toUnit)
                .orElseThrow(() -> Refusal.unknown("unknown-unit", "unit", id));
    }

    boolean hasCode(String code) {
        return units.existsByCode(code);
    }

    void add(Unit unit) {
        units.save(UnitRow.of(unit, clock.instant(), actor.username()));
    }

    /** @return false if there is another version than the one before this; two at once wait for each other here */
    boolean change(Unit unit) {
        return sql.update(UNIT)
                        .set(UNIT.NAME_VI, unit.name())
                        .set(UNIT.NAME_EN, unit.nameEn())
                        .set(UNIT.VALID_TO, unit.validTo())
                        .set(UNIT.VERSION, unit.version())
                        .set(UNIT.RECORDED_AT, now())
                        .set(UNIT.RECORDED_BY, actor.username())
                        .where(rows.ownedByCurrentTenant(UNIT))
                        .and(UNIT.UNIT_ID.eq(unit.id()))
                        .and(UNIT.VERSION.eq(unit.version() - 1))
                        .execute()
                == 1;
    }

    Optional<MemberRow> newestMove(String username) {
        return members.findByKeyUsername(username).stream()
                .max(Comparator.comparingInt(row -> row.key().move()));
    }

    /** @param unit null to belong to none */
    MemberRow move(String username, int number, @Nullable UUID unit) {
        return members.save(
                new MemberRow(null, new MemberRow.Key(username, number), unit, clock.instant(), actor.username()));
    }

    Assignment assign(UUID unit, UUID id, String indicator, @Nullable UUID area) {
        Assignment assignment = new Assignment(id, indicator, area, clock.instant(), actor.username());
        assignments.save(AssignmentRow.of(unit, assignment));
        return assignment;
    }

    /** @return false if the unit has no such assignment, or no longer */
    boolean withdraw(UUID unit, UUID assignment) {
        return sql.update(UNIT_ASSIGNMENT)
                        .set(UNIT_ASSIGNMENT.WITHDRAWN_AT, now())
                        .set(UNIT_ASSIGNMENT.WITHDRAWN_BY, actor.username())
                        .where(rows.ownedByCurrentTenant(UNIT_ASSIGNMENT))
                        .and(UNIT_ASSIGNMENT.ASSIGNMENT_ID.eq(assignment))
                        .and(UNIT_ASSIGNMENT.UNIT_ID.eq(unit))
                        .and(UNIT_ASSIGNMENT.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
