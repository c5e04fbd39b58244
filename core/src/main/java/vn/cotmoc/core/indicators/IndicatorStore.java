package vn.cotmoc.core.indicators;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.refusals.Refusal;

/** The current province's indicators. */
@Singleton
public class IndicatorStore {

    private final IndicatorRows rows;
    private final CurrentActor actor;
    private final Clock clock;

    IndicatorStore(IndicatorRows rows, CurrentActor actor, Clock clock) {
        this.rows = rows;
        this.actor = actor;
        this.clock = clock;
    }

    @Transactional
    public Optional<Indicator> find(String code) {
        return rows.findByCode(code).map(IndicatorRow::toIndicator);
    }

    /** @throws Refusal {@code unknown-indicator}, at the given place, if the province has none of this code */
    @Transactional
    public Indicator require(String code, String at) {
        return find(code).orElseThrow(() -> Refusal.invalid("unknown-indicator", at, "indicator", code));
    }

    void add(Indicator indicator) {
        rows.save(IndicatorRow.of(indicator, clock.instant(), actor.username()));
    }
}
