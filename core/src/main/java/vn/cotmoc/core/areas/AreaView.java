package vn.cotmoc.core.areas;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.AREA;
import static vn.cotmoc.core.tables.Tables.SUCCESSION;
import static vn.cotmoc.core.tables.Tables.SUCCESSION_AREA;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tables.tables.SuccessionArea;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's administrative units. */
@Singleton
public class AreaView {

    private static final SuccessionArea OWN_SIDE = SUCCESSION_AREA.as("own_side");

    private static final vn.cotmoc.core.tables.tables.Area THEN = AREA.as("then");

    private final DSLContext sql;
    private final OwnedRows rows;

    AreaView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * @param on null for all that ever were, else those that are there on that day, the province by the name and code that it
     *     then had
     */
    @Transactional(readOnly = true)
    public List<Area> list(@Nullable LocalDate on, @Nullable UUID after, int limit) {
        Condition which = after == null ? noCondition() : AREA.AREA_ID.gt(after);
        if (on == null) {
            return areas(which, limit);
        }
        return sql.select(
                        AREA.AREA_ID,
                        AREA.PARENT_ID,
                        coalesce(THEN.NAME, AREA.NAME),
                        AREA.LEVEL,
                        coalesce(THEN.CODE, AREA.CODE),
                        AREA.VALID_FROM,
                        AREA.VALID_TO,
                        AREA.SOURCE,
                        AREA.VERSION)
                .from(AREA)
                .leftJoin(THEN)
                .on(
                        rows.ownedByCurrentTenant(THEN),
                        THEN.TENANT_ID.eq(AREA.TENANT_ID),
                        THEN.WAS_ID.eq(AREA.AREA_ID),
                        isThere(THEN, on))
                .where(rows.ownedByCurrentTenant(AREA))
                .and(isThere(AREA, on))
                .and(AREA.WAS_ID.isNull())
                .and(which)
                .orderBy(AREA.AREA_ID)
                .limit(limit)
                .fetch(mapping(Area::new));
    }

    private static Condition isThere(vn.cotmoc.core.tables.tables.Area area, LocalDate on) {
        return area.VALID_FROM.le(on).and(area.VALID_TO.isNull().or(area.VALID_TO.gt(on)));
    }

    /** @throws Refusal {@code unknown-area} */
    @Transactional(readOnly = true)
    public Area require(UUID id) {
        return areas(AREA.AREA_ID.eq(id), 1).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("unknown-area", "area", id));
    }

    /** What the area came from and what became of it, oldest first. */
    @Transactional(readOnly = true)
    public List<Succession> successions(UUID area) {
        return sql
                .select(
                        SUCCESSION.SUCCESSION_ID,
                        SUCCESSION.KIND,
                        SUCCESSION.EFFECTIVE_ON,
                        SUCCESSION.SOURCE,
                        SUCCESSION.RECORDED_AT,
                        SUCCESSION.RECORDED_BY,
                        SUCCESSION_AREA.SIDE,
                        AREA.AREA_ID,
                        AREA.NAME)
                .from(OWN_SIDE)
                .join(SUCCESSION)
                .on(
                        rows.ownedByCurrentTenant(SUCCESSION),
                        SUCCESSION.TENANT_ID.eq(OWN_SIDE.TENANT_ID),
                        SUCCESSION.SUCCESSION_ID.eq(OWN_SIDE.SUCCESSION_ID))
                .join(SUCCESSION_AREA)
                .on(
                        rows.ownedByCurrentTenant(SUCCESSION_AREA),
                        SUCCESSION_AREA.TENANT_ID.eq(OWN_SIDE.TENANT_ID),
                        SUCCESSION_AREA.SUCCESSION_ID.eq(OWN_SIDE.SUCCESSION_ID))
                .join(AREA)
                .on(
                        rows.ownedByCurrentTenant(AREA),
                        AREA.TENANT_ID.eq(SUCCESSION_AREA.TENANT_ID),
                        AREA.AREA_ID.eq(SUCCESSION_AREA.AREA_ID))
                .where(rows.ownedByCurrentTenant(OWN_SIDE))
                .and(OWN_SIDE.AREA_ID.eq(area))
                .orderBy(SUCCESSION.EFFECTIVE_ON, SUCCESSION.SUCCESSION_ID, AREA.NAME, AREA.AREA_ID)
                .fetchGroups(SUCCESSION.SUCCESSION_ID)
                .values()
                .stream()
                .map(AreaView::succession)
                .toList();
    }

    /**
     * The given area, or the province itself where none is given.
     *
     * @throws Refusal {@code unknown-area}, at the given place
     */
    @Transactional(readOnly = true)
    public UUID resolve(@Nullable UUID area, String at) {
        return found(area, at).id();
    }

    /**
     * The same, of one that was there on a day of the period at least.
     *
     * @throws Refusal {@code unknown-area}, {@code area-not-yet} or {@code area-not-valid}, at the given place
     */
    @Transactional(readOnly = true)
    public UUID resolveDuring(@Nullable UUID area, Period period, String at) {
        Area found = found(area, at);
        found.requireDuring(period, Calendar.CIVIL, at);
        return found.id();
    }

    /**
     * The same, of one that is there on the day.
     *
     * @throws Refusal {@code unknown-area}, {@code area-other-day}, at the given place
     */
    @Transactional(readOnly = true)
    public UUID resolveOn(UUID area, LocalDate day, String at) {
        Area found = found(area, at);
        if (!found.isThereOn(day)) {
            throw Refusal.invalid(
                    "area-other-day",
                    at,
                    "area",
                    found.name(),
                    "validFrom",
                    found.validFrom(),
                    "validTo",
                    found.end(),
                    "day",
                    day);
        }
        return found.id();
    }

    private Area found(@Nullable UUID area, String at) {
        return areas(area == null ? AREA.PARENT_ID.isNull() : AREA.AREA_ID.eq(area), 1).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("unknown-area", at, "area", area == null ? "" : area));
    }

    /** All that ever were. */
    @Transactional(readOnly = true)
    public Atlas atlas() {
        return new Atlas(areas(noCondition(), Integer.MAX_VALUE));
    }

    /** The names of the areas right inside another on a day, by name. */
    @Transactional(readOnly = true)
    public Map<UUID, String> inside(UUID whole, LocalDate on) {
        return sql
                .select(AREA.AREA_ID, AREA.NAME)
                .from(AREA)
                .where(rows.ownedByCurrentTenant(AREA))
                .and(AREA.PARENT_ID.eq(whole))
                .and(AREA.LEVEL.ne(AreaLevel.PROVINCE.code()))
                .and(AREA.VALID_FROM.le(on))
                .and(AREA.VALID_TO.isNull().or(AREA.VALID_TO.gt(on)))
                .orderBy(AREA.NAME, AREA.AREA_ID)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.value1(), row -> row.value2(), (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * What became the area by mergers and new names, and was there all through the days; by name. Empty unless all of it was:
     * a part of a split area is not what the whole was.
     */
    @Transactional(readOnly = true)
    public Map<UUID, String> origins(UUID area, LocalDate first, LocalDate last) {
        Map<UUID, String> origins = new LinkedHashMap<>();
        Deque<UUID> toVisit = new ArrayDeque<>(List.of(area));
        while (!toVisit.isEmpty()) {
            Area next = require(toVisit.pop());
            if (!next.validFrom().isAfter(first) && next.isThereOn(last)) {
                origins.put(next.id(), next.name());
                continue;
            }
            List<UUID> before = successions(next.id()).stream()
                    .filter(succession -> succession.keepsWhole(next.id()))
                    .flatMap(succession -> succession.predecessors().stream())
                    .map(Succession.Part::area)
                    .toList();
            if (before.isEmpty() || next.validFrom().isBefore(first)) {
                return Map.of();
            }
            toVisit.addAll(before);
        }
        return origins;
    }

    private List<Area> areas(Condition which, int limit) {
        return sql.select(
                        AREA.AREA_ID,
                        AREA.PARENT_ID,
                        AREA.NAME,
                        AREA.LEVEL,
                        AREA.CODE,
                        AREA.VALID_FROM,
                        AREA.VALID_TO,
                        AREA.SOURCE,
                        AREA.VERSION)
                .from(AREA)
                .where(rows.ownedByCurrentTenant(AREA))
                .and(which)
                .orderBy(AREA.AREA_ID)
                .limit(limit)
                .fetch(mapping(Area::new));
    }

    private static Succession succession(Result<? extends Record> rows) {
        Record first = rows.getFirst();
        return new Succession(
                first.get(SUCCESSION.SUCCESSION_ID),
                Coded.read(SuccessionKind.class, first.get(SUCCESSION.KIND)),
                first.get(SUCCESSION.EFFECTIVE_ON),
                first.get(SUCCESSION.SOURCE),
                parts(rows, PartRow.PREDECESSOR),
                parts(rows, PartRow.SUCCESSOR),
                first.get(SUCCESSION.RECORDED_AT).toInstant(),
                first.get(SUCCESSION.RECORDED_BY));
    }

    private static List<Succession.Part> parts(Result<? extends Record> rows, String side) {
        return rows.stream()
                .filter(row -> row.get(SUCCESSION_AREA.SIDE).equals(side))
                .map(row -> new Succession.Part(row.get(AREA.AREA_ID), row.get(AREA.NAME)))
                .toList();
    }
}
