package vn.cotmoc.core.instruments;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Mends what was copied wrongly from a paper. What it decided stays: the days on which targets and plans were decided stand with
 * them.
 */
@Singleton
public class CorrectInstrument {

    private final InstrumentView view;
    private final InstrumentStore store;
    private final AddInstrument entry;

    CorrectInstrument(InstrumentView view, InstrumentStore store, AddInstrument entry) {
        this.view = view;
        this.store = store;
        this.entry = entry;
    }

    /**
     * @param expectedVersion that was seen
     * @param right the whole of it
     */
    public record Command(UUID instrument, int expectedVersion, AddInstrument.Command right, String reason) {}

    /** @throws Refusal {@code unknown-instrument}, {@code instrument-changed}, {@code correction-none}, or as {@link AddInstrument} says */
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
            return corrected;
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? AddInstrument.exists(right) : failure;
        }
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("instrument-changed", "version", newest);
    }
}
