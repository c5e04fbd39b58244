package vn.cotmoc.core.targets;

import static org.jooq.impl.DSL.select;
import static vn.cotmoc.core.tables.Tables.TARGET;
import static vn.cotmoc.core.tables.Tables.TARGET_REVISION;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The current province's targets with their revisions. */
@Singleton
public class TargetStore {

    private final TargetRows targets;
    private final RevisionRows revisions;
    private final NamedRows named;
    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    TargetStore(
            TargetRows targets,
            RevisionRows revisions,
            NamedRows named,
            DSLContext sql,
            OwnedRows rows,
            Trail trail,
            CurrentActor actor,
            Clock clock) {
        this.targets = targets;
        this.revisions = revisions;
        this.named = named;
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    @Transactional
    public Optional<Target> find(UUID id) {
        return targets.findByTargetId(id).map(TargetRow::toTarget);
    }

    /** @throws Refusal {@code unknown-target} */
    @Transactional
    public Target require(UUID id) {
        return find(id).orElseThrow(() -> Refusal.unknown("unknown-target", "target", id));
    }

    /** @throws Refusal {@code unknown-target}, {@code target-withdrawn} */
    @Transactional
    public Target requireInForce(UUID id) {
        Target target = require(id);
        target.requireInForce();
        return target;
    }

    /** How many are parts of it and in force. */
    int parts(UUID target) {
        return sql.fetchCount(
                TARGET,
                rows.ownedByCurrentTenant(TARGET)
                        .and(TARGET.PARENT_ID.eq(target))
                        .and(TARGET.WITHDRAWN_AT.isNull()));
    }

    /** @param on null for a mistake; two at once wait for each other at the plan */
    void withdraw(Target target, @Nullable LocalDate on, String reason, @Nullable Instrument instrument) {
        Instant now = clock.instant();
        UUID paper = instrument == null ? null : instrument.id();
        Target withdrawn = target.withdrawn(new Withdrawn(on, reason, paper, now, actor.username()));
        sql.update(TARGET)
                .set(TARGET.WITHDRAWN_ON, on)
                .set(TARGET.WITHDRAWN_REASON, reason)
                .set(TARGET.WITHDRAWN_INSTRUMENT_ID, paper)
                .set(TARGET.WITHDRAWN_AT, now.atOffset(ZoneOffset.UTC))
                .set(TARGET.WITHDRAWN_BY, actor.username())
                .where(rows.ownedByCurrentTenant(TARGET))
                .and(TARGET.TARGET_ID.eq(target.id()))
                .execute();
        trail.changed(
                target.id(),
                TargetRow.of(target, now, actor.username()),
                TargetRow.of(withdrawn, now, actor.username()),
                instrument == null ? null : instrument.number());
    }

    /** The targets of which a revision, or the withdrawal, took its day from a paper, in the order of their plans. */
    List<Target> datedBy(Instrument paper) {
        return sql
                .select(TARGET.PLAN_ID, TARGET_REVISION.TARGET_ID)
                .from(TARGET_REVISION)
                .join(TARGET)
                .on(TARGET.TENANT_ID.eq(TARGET_REVISION.TENANT_ID), TARGET.TARGET_ID.eq(TARGET_REVISION.TARGET_ID))
                .where(rows.ownedByCurrentTenant(TARGET_REVISION))
                .and(rows.ownedByCurrentTenant(TARGET))
                .and(TARGET_REVISION.INSTRUMENT_ID.eq(paper.id()))
                .and(TARGET_REVISION.DECIDED_ON.eq(paper.issuedOn()))
                .union(select(TARGET.PLAN_ID, TARGET.TARGET_ID)
                        .from(TARGET)
                        .where(rows.ownedByCurrentTenant(TARGET))
                        .and(TARGET.WITHDRAWN_INSTRUMENT_ID.eq(paper.id()))
                        .and(TARGET.WITHDRAWN_ON.eq(paper.issuedOn())))
                .orderBy(1, 2)
                .fetch(1, UUID.class)
                .stream()
                .map(this::require)
                .toList();
    }

    /** Mends the day of a revision. */
    void redate(UUID target, Revision revision, LocalDate decidedOn, String reason) {
        sql.update(TARGET_REVISION)
                .set(TARGET_REVISION.DECIDED_ON, decidedOn)
                .where(rows.ownedByCurrentTenant(TARGET_REVISION))
                .and(TARGET_REVISION.TARGET_ID.eq(target))
                .and(TARGET_REVISION.REVISION.eq(revision.number()))
                .execute();
        trail.corrected(
                target + "/" + revision.number(),
                RevisionRow.of(target, revision),
                RevisionRow.of(target, revision.on(decidedOn)),
                reason);
    }

    /** Mends the days from which and until which it counts. */
    void redate(Target was, Target right, String reason) {
        sql.update(TARGET)
                .set(TARGET.COUNTS_FROM, right.countsFrom())
                .set(
                        TARGET.WITHDRAWN_ON,
                        right.withdrawn() == null ? null : right.withdrawn().on())
                .where(rows.ownedByCurrentTenant(TARGET))
                .and(TARGET.TARGET_ID.eq(was.id()))
                .execute();
        Instant now = clock.instant();
        trail.corrected(
                was.id(), TargetRow.of(was, now, actor.username()), TargetRow.of(right, now, actor.username()), reason);
    }

    /** Oldest first; there is always one. */
    @Transactional
    public List<Revision> revisions(UUID target) {
        return revisions.findByKeyTargetId(target).stream()
                .map(RevisionRow::toRevision)
                .sorted(Comparator.comparingInt(Revision::number))
                .toList();
    }

    /** The entities that a target names, in the order of its wording. */
    @Transactional
    public List<Named> named(UUID target) {
        return named.findByKeyTargetId(target).stream()
                .sorted(Comparator.comparingInt(row -> row.key().position()))
                .map(row -> new Named(row.name(), row.areaId()))
                .toList();
    }

    boolean has(Target target) {
        return targets.findByPlanIdAndIndicatorCode(target.plan(), target.indicator()).stream()
                .map(TargetRow::toTarget)
                .anyMatch(other -> other.withdrawn() == null && target.speaksOfTheSame(other));
    }

    void add(Target target) {
        TargetRow row = TargetRow.of(target, clock.instant(), actor.username());
        targets.save(row);
        trail.added(target.id(), row);
    }

    void name(UUID target, List<Named> entities) {
        for (int i = 0; i < entities.size(); i++) {
            Named entity = entities.get(i);
            NamedRow row = new NamedRow(
                    null,
                    new NamedRow.Key(target, i + 1),
                    entity.name(),
                    entity.area(),
                    clock.instant(),
                    actor.username());
            named.save(row);
            trail.added(target + "/" + (i + 1), row);
        }
    }

    Revision append(UUID target, Wish wish) {
        return append(target, wish, null);
    }

    /** @param before what it replaces; null for the first one. An amendment is a change of the target, before and after. */
    Revision append(UUID target, Wish wish, @Nullable Revision before) {
        Revision revision = new Revision(
                wish.number(),
                wish.aim(),
                wish.wording(),
                wish.source(),
                wish.reason(),
                wish.decidedOn(),
                wish.instrument() == null ? null : wish.instrument().id(),
                clock.instant(),
                actor.username());
        RevisionRow row = RevisionRow.of(target, revision);
        revisions.save(row);
        if (before == null) {
            trail.added(target + "/" + revision.number(), row, revision.source());
        } else {
            trail.changed(
                    "target",
                    target,
                    RevisionRow.of(target, before),
                    row,
                    wish.instrument() == null
                            ? revision.source()
                            : wish.instrument().number());
        }
        return revision;
    }
}
