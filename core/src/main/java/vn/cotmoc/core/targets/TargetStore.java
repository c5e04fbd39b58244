package vn.cotmoc.core.targets;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.refusals.Refusal;

/** The current province's targets with their revisions. */
@Singleton
public class TargetStore {

    private final TargetRows targets;
    private final RevisionRows revisions;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    TargetStore(TargetRows targets, RevisionRows revisions, Trail trail, CurrentActor actor, Clock clock) {
        this.targets = targets;
        this.revisions = revisions;
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

    boolean has(Target target) {
        return targets.existsByPlanIdAndIndicatorCodeAndAreaIdAndSubgroupAndAuthorityAndPeriod(
                target.plan(),
                target.indicator(),
                target.area(),
                target.subgroup(),
                target.authority().code(),
                target.period().toString());
    }

    void add(Target target) {
        TargetRow row = TargetRow.of(target, clock.instant(), actor.username());
        targets.save(row);
        trail.added(target.id(), row);
    }

    Revision append(UUID target, Wish wish) {
        Revision revision = new Revision(
                wish.number(),
                wish.aim(),
                wish.wording(),
                wish.source(),
                wish.reason(),
                wish.decidedOn(),
                clock.instant(),
                actor.username());
        RevisionRow row = RevisionRow.of(target, revision);
        revisions.save(row);
        trail.added(target + "/" + revision.number(), row, revision.source());
        return revision;
    }
}
