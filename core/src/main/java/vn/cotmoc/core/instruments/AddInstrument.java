package vn.cotmoc.core.instruments;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** A province enters a paper that decides something of its plans. */
@Singleton
public class AddInstrument {

    /** Screens make it a link, so nothing but the web's own schemes. */
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+");

    private final InstrumentStore store;
    private final Identifiers identifiers;
    private final Clock clock;

    AddInstrument(InstrumentStore store, Identifiers identifiers, Clock clock) {
        this.store = store;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    public record Command(
            InstrumentKind kind,
            String number,
            LocalDate issuedOn,
            String issuer,
            String title,
            @Nullable String link) {}

    /** @throws Refusal {@code instrument-ahead}, {@code instrument-link}; {@code instrument-exists} for a second one */
    @Transactional
    public Instrument add(Command command) {
        Instrument instrument = instrument(identifiers.next(), command, 1);
        try {
            store.add(instrument);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? exists(instrument) : failure;
        }
        return instrument;
    }

    /** @throws Refusal as {@link #add} */
    Instrument instrument(UUID id, Command command, int version) {
        LocalDate today = LocalDate.now(clock);
        if (command.issuedOn().isAfter(today)) {
            throw Refusal.invalid("instrument-ahead", "/issuedOn", "issuedOn", command.issuedOn(), "today", today);
        }
        if (command.link() != null && !LINK.matcher(command.link()).matches()) {
            throw Refusal.invalid("instrument-link", "/link");
        }
        Instrument instrument = new Instrument(
                id,
                command.kind(),
                command.number(),
                command.issuedOn(),
                command.issuer(),
                command.title(),
                command.link(),
                version);
        if (store.hasTwin(instrument)) {
            throw exists(instrument);
        }
        return instrument;
    }

    static Refusal exists(Instrument instrument) {
        return Refusal.conflict(
                "instrument-exists",
                "number",
                instrument.number(),
                "issuedOn",
                instrument.issuedOn(),
                "issuer",
                instrument.issuer());
    }
}
