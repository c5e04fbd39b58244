package vn.cotmoc.core.checks;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** Appends a version of how figures are checked, with its reason. Figures entered before stay as they are. */
@Singleton
public class SetChecks {

    private final CheckStore store;
    private final CheckView view;
    private final IndicatorStore indicators;
    private final Identifiers identifiers;
    private final CurrentActor actor;
    private final Trail trail;
    private final Clock clock;

    SetChecks(
            CheckStore store,
            CheckView view,
            IndicatorStore indicators,
            Identifiers identifiers,
            CurrentActor actor,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.view = view;
        this.indicators = indicators;
        this.identifiers = identifiers;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param indicator null for the province's default
     * @param expectedVersion the newest version the author has seen; 0 if there was none
     */
    public record Command(
            @Nullable String indicator, int expectedVersion, Limits limits, LocalDate validFrom, String reason) {}

    /**
     * @throws Refusal {@code unknown-indicator}; {@code check-scope} for bounds in the province's default; {@code checks-changed}
     *     if there is another version than expected
     */
    @Transactional
    public CheckSetting set(Command command) {
        String indicator = command.indicator();
        Limits limits = command.limits();
        if (indicator == null && (limits.lowest() != null || limits.highest() != null)) {
            throw Refusal.invalid("check-scope", limits.lowest() == null ? "/highest" : "/lowest");
        }
        if (indicator != null && indicators.find(indicator).isEmpty()) {
            throw Refusal.unknown("unknown-indicator", "indicator", indicator);
        }
        Optional<CheckSetting> was = view.all().newest(indicator);
        int newest = was.map(CheckSetting::version).orElse(0);
        if (newest != command.expectedVersion()) {
            throw changed(newest);
        }
        CheckSetting setting = new CheckSetting(
                identifiers.next(),
                indicator,
                newest + 1,
                limits,
                command.validFrom(),
                command.reason(),
                clock.instant(),
                actor.username());
        try {
            CheckRow row = CheckRow.of(setting);
            store.save(row);
            trail.appended(setting.id(), was.map(CheckRow::of).orElse(null), row);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? changed(newest + 1) : failure;
        }
        return setting;
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("checks-changed", "version", newest);
    }
}
