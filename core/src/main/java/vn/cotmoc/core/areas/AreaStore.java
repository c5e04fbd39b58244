package vn.cotmoc.core.areas;

import static org.jooq.impl.DSL.max;
import static vn.cotmoc.core.tables.Tables.AREA;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectLimitPercentStep;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.OwnedRows;

/**
 * The current province's areas and what became of them. Nothing of an area ever changes but its end, what was
 * written down wrongly, and of the province its name and code.
 */
@Singleton
public class AreaStore {

    private final AreaRows areas;
    private final SuccessionRows successions;
    private final PartRows parts;
    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    AreaStore(
            AreaRows areas,
            SuccessionRows successions,
            PartRows parts,
            DSLContext sql,
            OwnedRows rows,
            Trail trail,
            CurrentActor actor,
            Clock clock) {
        this.areas = areas;
        this.successions = successions;
        this.parts = parts;
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * The province's own area. Whoever changes the map, or lays down what is asked of its places, takes it first and holds it to
     * the end of the transaction, so that what they looked at stays true; figures and targets of the area do not wait.
     */
    @Transactional
    public UUID takeProvince() {
        return province().forNoKeyUpdate().fetchOptional(AREA.AREA_ID).orElseThrow(AreaStore::noProvince);
    }

    /** Who would {@link #takeProvince} waits until this transaction ends; others may hold it too. */
    @Transactional
    public void holdProvince() {
        if (province().forShare().fetch().isEmpty()) {
            throw noProvince();
        }
    }

    private SelectLimitPercentStep<Record1<UUID>> province() {
        return sql.select(AREA.AREA_ID)
                .from(AREA)
                .where(rows.ownedByCurrentTenant(AREA))
                .and(AREA.PARENT_ID.isNull())
                .limit(1);
    }

    private static IllegalStateException noProvince() {
        return new IllegalStateException("The province has no area of its own.");
    }

    /** @throws Refusal {@code unknown-area} at the given place */
    @Transactional
    public Area require(UUID id, String at) {
        return areas.findByAreaId(id)
                .map(AreaRow::toArea)
                .orElseThrow(() -> Refusal.invalid("unknown-area", at, "area", id));
    }

    /** All that ever carried the code on that level. */
    List<Area> withCode(AreaLevel level, String code) {
        return areas.findByLevelAndCode(level.code(), code).stream()
                .map(AreaRow::toArea)
                .toList();
    }

    void add(Area area) {
        add(area, null);
    }

    /** @param was the area that bore this name and code until then */
    void add(Area area, @Nullable UUID was) {
        AreaRow row = AreaRow.of(area, was, clock.instant(), actor.username());
        areas.save(row);
        trail.added(area.id(), row, area.source());
    }

    /** Of the province's own area, which has been taken. */
    Area rename(Area area, String name, String code, String source) {
        sql.update(AREA)
                .set(AREA.NAME, name)
                .set(AREA.CODE, code)
                .where(rows.ownedByCurrentTenant(AREA))
                .and(AREA.AREA_ID.eq(area.id()))
                .execute();
        Area renamed = area.written(name, code, area.source(), area.version());
        trail.changed(
                area.id(),
                AreaRow.of(area, null, clock.instant(), actor.username()),
                AreaRow.of(renamed, null, clock.instant(), actor.username()),
                source);
        return renamed;
    }

    /**
     * Puts one in the place of what was written down wrongly.
     *
     * @return null if there is another version than the one that was seen
     * @throws Refusal {@code correction-none}
     */
    @Nullable
    Area correct(Area was, Area right, String reason) {
        int changed = sql.update(AREA)
                .set(AREA.NAME, right.name())
                .set(AREA.CODE, right.code())
                .set(AREA.SOURCE, right.source())
                .set(AREA.VERSION, was.version() + 1)
                .where(rows.ownedByCurrentTenant(AREA))
                .and(AREA.AREA_ID.eq(was.id()))
                .and(AREA.VERSION.eq(was.version()))
                .execute();
        if (changed == 0) {
            return null;
        }
        Instant now = clock.instant();
        trail.corrected(
                was.id(),
                AreaRow.of(was, null, now, actor.username()),
                AreaRow.of(right, null, now, actor.username()),
                reason);
        return right.written(right.name(), right.code(), right.source(), was.version() + 1);
    }

    /** @return false if it has ended already */
    boolean end(UUID area, LocalDate day) {
        return sql.update(AREA)
                        .set(AREA.VALID_TO, day)
                        .where(rows.ownedByCurrentTenant(AREA))
                        .and(AREA.AREA_ID.eq(area))
                        .and(AREA.VALID_TO.isNull())
                        .execute()
                == 1;
    }

    /** The first day on which the province is called as it is. */
    LocalDate calledSince(Area province) {
        LocalDate ended = sql.select(max(AREA.VALID_TO))
                .from(AREA)
                .where(rows.ownedByCurrentTenant(AREA))
                .and(AREA.WAS_ID.eq(province.id()))
                .fetchOne(0, LocalDate.class);
        return ended == null ? province.validFrom() : ended;
    }

    /** Recorded now by who acts. */
    Succession add(
            UUID id, SuccessionKind kind, LocalDate on, String source, List<Area> predecessors, List<Area> successors) {
        Succession succession = new Succession(
                id, kind, on, source, parts(predecessors), parts(successors), clock.instant(), actor.username());
        SuccessionRow row = SuccessionRow.of(succession);
        successions.save(row);
        trail.added(id, row, source);
        add(succession.id(), succession.predecessors(), PartRow.PREDECESSOR);
        add(succession.id(), succession.successors(), PartRow.SUCCESSOR);
        return succession;
    }

    private void add(UUID succession, List<Succession.Part> side, String name) {
        side.forEach(part -> parts.save(new PartRow(null, new PartRow.Key(succession, part.area()), name)));
    }

    private static List<Succession.Part> parts(List<Area> areas) {
        return areas.stream()
                .map(area -> new Succession.Part(area.id(), area.name()))
                .toList();
    }
}
