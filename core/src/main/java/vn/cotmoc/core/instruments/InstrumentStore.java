package vn.cotmoc.core.instruments;

import static vn.cotmoc.core.tables.Tables.INSTRUMENT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.OwnedRows;
import vn.cotmoc.core.tenancy.Visible;

/** The current province's instruments. */
@Singleton
public class InstrumentStore {

    private final InstrumentRows rows;
    private final DSLContext sql;
    private final OwnedRows owned;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    InstrumentStore(
            InstrumentRows rows, DSLContext sql, OwnedRows owned, Trail trail, CurrentActor actor, Clock clock) {
        this.rows = rows;
        this.sql = sql;
        this.owned = owned;
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

    /**
     * Another one of its issuer, day and number, which are one as the unique index sees them. Two communes number their papers alike
     * on one day.
     */
    boolean hasTwin(Instrument instrument) {
        return sql.fetchExists(sql.selectOne()
                .from(INSTRUMENT)
                .where(owned.ownedByCurrentTenant(INSTRUMENT))
                .and(INSTRUMENT.INSTRUMENT_ID.ne(instrument.id()))
                .and(INSTRUMENT.ISSUED_ON.eq(instrument.issuedOn()))
                .and(Visible.isLike(INSTRUMENT.NUMBER, instrument.number()))
                .and(Visible.isLike(INSTRUMENT.ISSUER, instrument.issuer())));
    }

    void add(Instrument instrument) {
        InstrumentRow row = row(instrument);
        rows.save(row);
        trail.added(instrument.id(), row, instrument.number());
    }

    /**
     * Puts one in the place of what was written down wrongly.
     *
     * @return null if there is another version than the one that was seen
     * @throws Refusal {@code correction-none}
     */
    @Nullable
    Instrument correct(Instrument was, Instrument right, String reason) {
        Instrument corrected = right.of(was.version() + 1);
        int changed = sql.update(INSTRUMENT)
                .set(INSTRUMENT.KIND, right.kind().code())
                .set(INSTRUMENT.NUMBER, right.number())
                .set(INSTRUMENT.ISSUED_ON, right.issuedOn())
                .set(INSTRUMENT.ISSUER, right.issuer())
                .set(INSTRUMENT.TITLE, right.title())
                .set(INSTRUMENT.LINK, right.link())
                .set(INSTRUMENT.VERSION, corrected.version())
                .where(owned.ownedByCurrentTenant(INSTRUMENT))
                .and(INSTRUMENT.INSTRUMENT_ID.eq(was.id()))
                .and(INSTRUMENT.VERSION.eq(was.version()))
                .execute();
        if (changed == 0) {
            return null;
        }
        trail.corrected(was.id(), row(was), row(right.of(was.version())), reason);
        return corrected;
    }

    private InstrumentRow row(Instrument instrument) {
        return InstrumentRow.of(instrument, clock.instant(), actor.username());
    }
}
