package vn.cotmoc.core.instruments;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.refusals.Refusal;

/** The current province's instruments. */
@Singleton
public class InstrumentStore {

    private final InstrumentRows rows;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    InstrumentStore(InstrumentRows rows, Trail trail, CurrentActor actor, Clock clock) {
        this.rows = rows;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @return null if none is asked for
     * @throws Refusal {@code unknown-instrument}, at the given place
     */
    @Transactional
    public @Nullable Instrument resolve(@Nullable UUID id, String at) {
        return id == null
                ? null
                : rows.findByInstrumentId(id)
                        .map(InstrumentRow::toInstrument)
                        .orElseThrow(() -> Refusal.invalid("unknown-instrument", at, "instrument", id));
    }

    boolean has(Instrument instrument) {
        return rows.existsByNumberAndIssuedOn(instrument.number(), instrument.issuedOn());
    }

    void add(Instrument instrument) {
        InstrumentRow row = InstrumentRow.of(instrument, clock.instant(), actor.username());
        rows.save(row);
        trail.added(instrument.id(), row, instrument.number());
    }
}
