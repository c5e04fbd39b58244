package vn.cotmoc.web.observations;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.observations.RecordObservation;
import vn.cotmoc.web.wire.Reads;

/**
 * One vintage of a figure as sent.
 *
 * @param amount exact decimal in the indicator's unit
 * @param knownOnStated false if no date was given and the period's last day stands in
 */
@Serdeable
@Schema(name = "Observation")
record ObservationJson(
        UUID id,
        String indicator,
        UUID area,
        String subgroup,
        String period,
        String status,
        String amount,
        LocalDate knownOn,
        boolean knownOnStated,
        String source,
        @Nullable String note,
        Instant recordedAt,
        String recordedBy) {

    static ObservationJson of(Observation observation) {
        return new ObservationJson(
                observation.id(),
                observation.indicator(),
                observation.area(),
                observation.subgroup(),
                observation.period().toString(),
                observation.status().code(),
                observation.amount().text(),
                observation.knownOn(),
                observation.knownOnStated(),
                observation.source(),
                observation.note(),
                observation.recordedAt(),
                observation.recordedBy());
    }

    /** A figure as received. {@code area} left out means the province itself, {@code unit} must be the indicator's. */
    @Serdeable
    @Schema(name = "NewObservation")
    record RecordJson(
            String indicator,
            @Nullable String area,
            @Nullable String subgroup,
            String period,

            @Schema(allowableValues = {"outturn", "estimated", "preliminary", "official", "revised"})
            String status,

            String amount,
            String unit,
            @Nullable String knownOn,
            String source,
            @Nullable String note) {

        RecordObservation.Command toCommand() {
            String part = Reads.textOrNull(subgroup, "/subgroup", 200);
            return new RecordObservation.Command(
                    Reads.text(indicator, "/indicator", 60),
                    Reads.idOrNull(area, "/area"),
                    part == null ? "" : part,
                    Reads.period(period, "/period"),
                    Reads.word(ObservationStatus.class, status, "/status"),
                    Reads.amount(amount, "/amount"),
                    Reads.text(unit, "/unit", 60),
                    Reads.dayOrNull(knownOn, "/knownOn"),
                    Reads.text(source, "/source", 1000),
                    Reads.textOrNull(note, "/note", 2000));
        }
    }
}
