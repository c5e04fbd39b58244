package vn.cotmoc.core.instruments;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper that decides something of a plan.
 *
 * @param number as it is printed, e.g. {@code 17/NQ-HĐND}; unique together with the day
 * @param link where its text can be read, http or https
 * @param version grows with every correction
 */
public record Instrument(
        UUID id,
        InstrumentKind kind,
        String number,
        LocalDate issuedOn,
        String issuer,
        String title,
        @Nullable String link,
        int version) {

    /** The same as that version. */
    Instrument of(int version) {
        return new Instrument(id, kind, number, issuedOn, issuer, title, link, version);
    }
}
