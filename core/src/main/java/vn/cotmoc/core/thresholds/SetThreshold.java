package vn.cotmoc.core.thresholds;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** Appends a version of a threshold, with its reason. */
@Singleton
public class SetThreshold {

    private final ThresholdStore store;
    private final ThresholdView view;
    private final IndicatorStore indicators;
    private final AreaView areas;
    private final Identifiers identifiers;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    SetThreshold(
            ThresholdStore store,
            ThresholdView view,
            IndicatorStore indicators,
            AreaView areas,
            Identifiers identifiers,
            Trail trail,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.view = view;
        this.indicators = indicators;
        this.areas = areas;
        this.identifiers = identifiers;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param indicator null for the province's default
     * @param area null for everywhere; a place needs an indicator
     * @param expectedVersion the newest version the author has seen; 0 if there was none
     */
    public record Command(
            @Nullable String indicator,
            @Nullable UUID area,
            int expectedVersion,
            CutPoints cutPoints,
            LocalDate validFrom,
            String reason) {}

    /**
     * @throws Refusal {@code unknown-indicator}, {@code unknown-area}; {@code threshold-changed} if there is another version than
     *     expected
     */
    @Transactional
    public Threshold set(Command command) {
        String indicator = command.indicator();
        if (indicator != null && indicators.find(indicator).isEmpty()) {
            throw Refusal.unknown("unknown-indicator", "indicator", indicator);
        }
        UUID area = command.area();
        if (area != null) {
            areas.require(area);
        }
        Optional<Threshold> was = view.all().newest(indicator, area);
        int newest = was.map(Threshold::version).orElse(0);
        if (newest != command.expectedVersion()) {
            throw changed(newest);
        }
        Threshold threshold = new Threshold(
                identifiers.next(),
                indicator,
                area,
                newest + 1,
                command.cutPoints(),
                command.validFrom(),
                command.reason(),
                clock.instant(),
                actor.username());
        try {
            ThresholdRow row = ThresholdRow.of(threshold);
            store.save(row);
            trail.appended(threshold.id(), was.map(ThresholdRow::of).orElse(null), row);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? changed(newest + 1) : failure;
        }
        return threshold;
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("threshold-changed", "version", newest);
    }
}
