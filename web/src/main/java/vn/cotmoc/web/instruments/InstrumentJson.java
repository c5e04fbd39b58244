package vn.cotmoc.web.instruments;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.instruments.AddInstrument;
import vn.cotmoc.core.instruments.CorrectInstrument;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.instruments.InstrumentKind;
import vn.cotmoc.web.wire.Reads;

/**
 * A paper that decides something of a plan, as sent.
 *
 * @param number as it is printed, e.g. {@code 17/NQ-HĐND}
 * @param version grows with every correction
 */
@Serdeable
@Schema(name = "Instrument")
public record InstrumentJson(
        UUID id,

        @Schema(allowableValues = {"resolution", "decision", "directive", "plan", "report", "other"})
        String kind,

        String number,
        LocalDate issuedOn,
        String issuer,
        String title,
        @Nullable String link,
        int version) {

    public static InstrumentJson of(Instrument instrument) {
        return new InstrumentJson(
                instrument.id(),
                instrument.kind().code(),
                instrument.number(),
                instrument.issuedOn(),
                instrument.issuer(),
                instrument.title(),
                instrument.link(),
                instrument.version());
    }

    /** An instrument as received. */
    @Serdeable
    @Schema(name = "NewInstrument")
    record AddJson(
            @Schema(allowableValues = {"resolution", "decision", "directive", "plan", "report", "other"})
            String kind,

            String number,
            String issuedOn,
            String issuer,
            String title,
            @Nullable String link) {

        AddInstrument.Command toCommand() {
            return new AddInstrument.Command(
                    Reads.word(InstrumentKind.class, kind, "/kind"),
                    Reads.text(number, "/number", 100),
                    Reads.day(issuedOn, "/issuedOn"),
                    Reads.text(issuer, "/issuer", 200),
                    Reads.text(title, "/title", 1000),
                    Reads.textOrNull(link, "/link", 1000));
        }
    }

    /** The whole of an instrument as it should have been written down, as received, and why. */
    @Serdeable
    @Schema(name = "CorrectedInstrument")
    record CorrectJson(
            @Schema(allowableValues = {"resolution", "decision", "directive", "plan", "report", "other"})
            String kind,

            String number,
            String issuedOn,
            String issuer,
            String title,
            @Nullable String link,
            String reason) {

        CorrectInstrument.Command toCommand(UUID instrument, int expectedVersion) {
            return new CorrectInstrument.Command(
                    instrument,
                    expectedVersion,
                    new AddJson(kind, number, issuedOn, issuer, title, link).toCommand(),
                    Reads.text(reason, "/reason", 1000));
        }
    }
}
