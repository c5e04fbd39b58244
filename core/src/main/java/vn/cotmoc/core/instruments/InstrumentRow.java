package vn.cotmoc.core.instruments;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;

@MappedEntity("instrument")
record InstrumentRow(
        @TenantId @Nullable String tenantId,
        @Id UUID instrumentId,
        String kind,
        String number,
        LocalDate issuedOn,
        String issuer,
        String title,
        @Nullable String link,
        int version,
        Instant recordedAt,
        String recordedBy) {

    static InstrumentRow of(Instrument instrument, Instant recordedAt, String recordedBy) {
        return new InstrumentRow(
                null,
                instrument.id(),
                instrument.kind().code(),
                instrument.number(),
                instrument.issuedOn(),
                instrument.issuer(),
                instrument.title(),
                instrument.link(),
                instrument.version(),
                recordedAt,
                recordedBy);
    }

    Instrument toInstrument() {
        return new Instrument(
                instrumentId, Coded.read(InstrumentKind.class, kind), number, issuedOn, issuer, title, link, version);
    }
}
