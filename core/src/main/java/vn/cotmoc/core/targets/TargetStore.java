package vn.cotmoc.core.targets;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.refusals.Refusal;

/** The current province's targets with their revisions. */
@Singleton
public class TargetStore {

    private final TargetRows targets;
    private final RevisionRows revisions;
    private final NamedRows named;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    TargetStore(
            TargetRows targets, RevisionRows revisions, NamedRows named, Trail trail, CurrentActor actor, Clock clock) {
        this.targets = targets;
        this.revisions = revisions;
        this.named = named;
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
                .anyMatch(target::speaksOfTheSame);
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
