package vn.cotmoc.core.instruments;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** Mends what was copied wrongly from a paper; decisions that took its day are mended with it. */
@Singleton
public class CorrectInstrument {

    private final InstrumentView view;
    private final InstrumentStore store;
    private final AddInstrument entry;
    private final List<Dated> decisions;

    CorrectInstrument(InstrumentView view, InstrumentStore store, AddInstrument entry, List<Dated> decisions) {
        this.view = view;
        this.store = store;
        this.entry = entry;
        this.decisions = decisions;
    }

    /**
     * @param expectedVersion that was seen
     * @param right the whole of it
     */
    public record Command(UUID instrument, int expectedVersion, AddInstrument.Command right, String reason) {}

    /**
     * @throws Refusal {@code unknown-instrument}, {@code instrument-changed}, {@code correction-none}, or as {@link AddInstrument} and
     *     {@link Dated} say
     */
    @Transactional
    public Instrument correct(Command command) {
        Instrument was = view.require(command.instrument());
        if (was.version() != command.expectedVersion()) {
            throw changed(was.version());
        }
        Instrument right = entry.instrument(was.id(), command.right(), was.version());
        try {
            Instrument corrected = store.correct(was, right, command.reason());
            if (corrected == null) {
                throw changed(was.version() + 1);
            }
            if (!was.issuedOn().equals(right.issuedOn())) {
                decisions.forEach(decided -> decided.redate(was, right, command.reason()));
            }
            return corrected;
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? AddInstrument.exists(right) : failure;
        }
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("instrument-changed", "version", newest);
    }
}
