package vn.cotmoc.core.units;

import static vn.cotmoc.core.tables.Tables.UNIT;
import static vn.cotmoc.core.tables.Tables.UNIT_ASSIGNMENT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.indicators.LeadUnits;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The current province's units with their members and assignments. */
@Singleton
public class UnitStore implements LeadUnits {

    private final UnitRows units;
    private final MemberRows members;
    private final AssignmentRows assignments;
    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    UnitStore(
            UnitRows units,
            MemberRows members,
            AssignmentRows assignments,
            DSLContext sql,
            OwnedRows rows,
            Trail trail,
            CurrentActor actor,
            Clock clock) {
        this.units = units;
        this.members = members;
        this.assignments = assignments;
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
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

    /**
     * One that exists today.
     *
     * @throws Refusal {@code unknown-unit}, {@code unit-closed}, at the given place
     */
    @Transactional
    public Unit requireOpen(UUID id, String at) {
        return open(units.findByUnitId(id), id, at);
    }

    /** As {@link #requireOpen(UUID, String)}, by its code. */
    @Override
    @Transactional
    public void requireOpen(String code, String at) {
        open(units.findByCode(code), code, at);
    }

    private Unit open(Optional<UnitRow> found, Object asked, String at) {
        Unit unit = found.map(UnitRow::toUnit).orElseThrow(() -> Refusal.invalid("unknown-unit", at, "unit", asked));
        if (unit.isClosedOn(LocalDate.now(clock))) {
            throw Refusal.invalid("unit-closed", at, "unit", unit.name(), "validTo", unit.end());
        }
        return unit;
    }

    boolean hasCode(String code) {
        return units.existsByCode(code);
    }

    void add(Unit unit) {
        UnitRow row = row(unit);
        units.save(row);
        trail.added(unit.id(), row);
    }

    /** @return false if there is another version than the one before this; two at once wait for each other here */
    boolean change(Unit was, Unit unit) {
        boolean changed = sql.update(UNIT)
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
        if (changed) {
            trail.changed(unit.id(), row(was), row(unit));
        }
        return changed;
    }

    Optional<MemberRow> newestMove(String username) {
        return members.findByKeyUsername(username).stream()
                .max(Comparator.comparingInt(row -> row.key().move()));
    }

    /** @param unit null to belong to none */
    MemberRow move(String username, int number, @Nullable UUID unit) {
        MemberRow row =
                new MemberRow(null, new MemberRow.Key(username, number), unit, clock.instant(), actor.username());
        members.save(row);
        trail.added(username, row);
        return row;
    }

    Assignment assign(UUID unit, UUID id, String indicator, @Nullable UUID area) {
        Assignment assignment = new Assignment(id, indicator, area, clock.instant(), actor.username());
        AssignmentRow row = AssignmentRow.of(unit, assignment);
        assignments.save(row);
        trail.added(id, row);
        return assignment;
    }

    /** @return false if the unit has no such assignment, or no longer */
    boolean withdraw(UUID unit, UUID assignment) {
        boolean withdrawn = sql.update(UNIT_ASSIGNMENT)
                        .set(UNIT_ASSIGNMENT.WITHDRAWN_AT, now())
                        .set(UNIT_ASSIGNMENT.WITHDRAWN_BY, actor.username())
                        .where(rows.ownedByCurrentTenant(UNIT_ASSIGNMENT))
                        .and(UNIT_ASSIGNMENT.ASSIGNMENT_ID.eq(assignment))
                        .and(UNIT_ASSIGNMENT.UNIT_ID.eq(unit))
                        .and(UNIT_ASSIGNMENT.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
        if (withdrawn) {
            trail.withdrawn("unit_assignment", assignment, Map.of("unitId", unit.toString()));
        }
        return withdrawn;
    }

    private UnitRow row(Unit unit) {
        return UnitRow.of(unit, clock.instant(), actor.username());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
