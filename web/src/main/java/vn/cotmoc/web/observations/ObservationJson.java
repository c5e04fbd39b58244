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
 * @param reported as the reporter wrote it, where another unit was converted; else null
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
        @Nullable ReportedJson reported,
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
                ReportedJson.of(observation.reported()),
                observation.recordedAt(),
                observation.recordedBy());
    }

    /** An amount in the reporter's own unit. */
    @Serdeable
    @Schema(name = "ReportedAmount")
    record ReportedJson(String amount, String unit) {

        static @Nullable ReportedJson of(Observation.@Nullable Reported reported) {
            return reported == null ? null : new ReportedJson(reported.amount().text(), reported.unit());
        }
    }

    /**
     * A figure as received. {@code area} left out means the province itself; {@code unit} is the indicator's, or one that
     * converts into it exactly.
     */
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
