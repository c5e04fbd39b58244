package vn.cotmoc.core.thresholds;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.core.tenancy.TenantId;

/** Appends a version of a threshold, with its reason. */
@Singleton
public class SetThreshold {

    private final ThresholdStore store;
    private final NationalThresholdStore national;
    private final ThresholdView view;
    private final IndicatorStore indicators;
    private final AreaView areas;
    private final Identifiers identifiers;
    private final Trail trail;
    private final CurrentTenant currentTenant;
    private final CurrentActor actor;
    private final Clock clock;

    SetThreshold(
            ThresholdStore store,
            NationalThresholdStore national,
            ThresholdView view,
            IndicatorStore indicators,
            AreaView areas,
            Identifiers identifiers,
            Trail trail,
            CurrentTenant currentTenant,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.national = national;
        this.view = view;
        this.indicators = indicators;
        this.areas = areas;
        this.identifiers = identifiers;
        this.trail = trail;
        this.currentTenant = currentTenant;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param scope the nation's from its own workspace only, all others from a province
     * @param expectedVersion the newest version the author has seen; 0 if there was none
     * @param withdrawn whether the scope shall have none of its own from that day on; the cut points are then the withdrawn ones
     */
    public record Command(
            Scope scope,
            int expectedVersion,
            CutPoints cutPoints,
            boolean withdrawn,
            LocalDate validFrom,
            String reason) {}

    /**
     * @throws Refusal {@code unknown-indicator}, {@code unknown-area}; {@code threshold-changed} if there is another version than
     *     expected; {@code threshold-not-own} if there is nothing to withdraw; {@code threshold-too-soon} for the nation's, which holds
     *     from the next day at the earliest, so that every province sees it come
     * @throws IllegalArgumentException for the nation's in a province, or a province's in the nation's workspace
     */
    @Transactional
    public Threshold set(Command command) {
        Scope scope = command.scope();
        requireWorkspace(scope);
        String indicator = scope.indicator();
        if (indicator != null && indicators.find(indicator).isEmpty()) {
            throw Refusal.unknown("unknown-indicator", "indicator", indicator);
        }
        UUID area = scope.area();
        if (area != null) {
            areas.require(area);
        }
        Optional<Threshold> was = view.all().newest(scope);
        int newest = was.map(Threshold::version).orElse(0);
        if (newest != command.expectedVersion()) {
            throw changed(newest);
        }
        if (command.withdrawn() && (isNation() || was.isEmpty() || was.get().withdrawn())) {
            throw Refusal.invalid("threshold-not-own", "/withdrawn", "version", newest);
        }
        requireTime(command.validFrom());
        Threshold threshold = new Threshold(
                identifiers.next(),
                scope,
                newest + 1,
                command.cutPoints(),
                command.withdrawn(),
                command.validFrom(),
                command.reason(),
                clock.instant(),
                actor.username());
        try {
            ThresholdRow row = ThresholdRow.of(threshold);
            if (isNation()) {
                national.add(threshold);
            } else {
                store.save(row);
            }
            trail.appended(threshold.id(), was.map(ThresholdRow::of).orElse(null), row);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? changed(newest + 1) : failure;
        }
        return threshold;
    }

    private void requireWorkspace(Scope scope) {
        if (isNation() != (scope instanceof Scope.Nation)) {
            throw new IllegalArgumentException("%s has no threshold of %s.".formatted(currentTenant.get(), scope));
        }
    }

    private void requireTime(LocalDate validFrom) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        if (isNation() && validFrom.isBefore(tomorrow)) {
            throw Refusal.invalid("threshold-too-soon", "/validFrom", "day", validFrom, "first", tomorrow);
        }
    }

    private boolean isNation() {
        return currentTenant.get().equals(TenantId.NATION);
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("threshold-changed", "version", newest);
    }
}
