package vn.cotmoc.core.charges;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;

/** The charges of the current province's targets; they are only ever added. */
@Singleton
class ChargeStore {

    private final ChargeRows charges;
    private final CoordinatorRows coordinators;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    ChargeStore(ChargeRows charges, CoordinatorRows coordinators, Trail trail, CurrentActor actor, Clock clock) {
        this.charges = charges;
        this.coordinators = coordinators;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /** The newest one's number; 0 if nobody was ever in charge. */
    int newest(UUID target) {
        return charges.findByKeyTargetId(target).stream()
                .mapToInt(row -> row.key().charge())
                .max()
                .orElse(0);
    }

    void append(UUID target, int number, UUID owner, List<UUID> helpers, String reason) {
        ChargeRow row = new ChargeRow(
                null, new ChargeRow.Key(target, number), owner, reason, clock.instant(), actor.username());
        ChargeRow before = charges.findByKeyTargetId(target).stream()
                .max(Comparator.comparingInt(charge -> charge.key().charge()))
                .orElse(null);
        charges.save(row);
        trail.appended(target + "/" + number, before, row);
        for (UUID unit : helpers) {
            CoordinatorRow helper = new CoordinatorRow(
                    null, new CoordinatorRow.Key(target, number, unit), clock.instant(), actor.username());
            coordinators.save(helper);
            trail.added("%s/%d/%s".formatted(target, number, unit), helper);
        }
    }
}
