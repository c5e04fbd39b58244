package vn.cotmoc.web.observations;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.observations.RecordObservation;
import vn.cotmoc.core.observations.RemarkView;
import vn.cotmoc.core.observations.WithdrawObservation;
import vn.cotmoc.core.observations.Withdrawal;
import vn.cotmoc.web.checks.WarningJson;
import vn.cotmoc.web.wire.Reads;

/**
 * One vintage of a figure as sent.
 *
 * @param amount exact decimal in the indicator's unit
 * @param reported as the reporter wrote it, where another unit was converted; else null
 * @param knownOnStated false if no date was given and the period's last day stands in
 * @param recordedBy who stored it; of a report, who approved it
 * @param reportedBy who wrote it into its report; null where it came by none, or where that was not asked for
 * @param warnings of when it was entered; null where they were not asked for
 * @param withdrawal null while it counts
 */
@Serdeable
@Schema(name = "Observation")
record ObservationJson(
        UUID id,
        String indicator,
        UUID area,
        String subgroup,
        String period,
        String calendar,
        String status,
        String amount,
        LocalDate knownOn,
        boolean knownOnStated,
        String source,
        @Nullable String note,
        @Nullable ReportedJson reported,
        Instant recordedAt,
        String recordedBy,
        @Nullable String reportedBy,
        @Nullable List<WarningJson> warnings,
        @Nullable WithdrawalJson withdrawal) {

    static ObservationJson of(Observation observation) {
        return of(observation, null, null, null);
    }

    static ObservationJson of(Observation observation, RemarkView.Remarks remarks) {
        Withdrawal withdrawal = remarks.withdrawal();
        return of(
                observation,
                remarks.reportedBy(),
                remarks.warnings().stream().map(WarningJson::of).toList(),
                withdrawal == null ? null : WithdrawalJson.of(withdrawal));
    }

    private static ObservationJson of(
            Observation observation,
            @Nullable String reportedBy,
            @Nullable List<WarningJson> warnings,
            @Nullable WithdrawalJson withdrawal) {
        return new ObservationJson(
                observation.id(),
                observation.indicator(),
                observation.area(),
                observation.subgroup(),
                observation.period().toString(),
                observation.calendar().code(),
                observation.status().code(),
                observation.amount().text(),
                observation.knownOn(),
                observation.knownOnStated(),
                observation.source(),
                observation.note(),
                ReportedJson.of(observation.reported()),
                observation.recordedAt(),
                observation.recordedBy(),
                reportedBy,
                warnings,
                withdrawal);
    }

    /** @param withdrawnOn the first day as of which the figure counts no more */
    @Serdeable
    @Schema(name = "Withdrawal")
    record WithdrawalJson(LocalDate withdrawnOn, String reason, Instant recordedAt, String recordedBy) {

        static WithdrawalJson of(Withdrawal withdrawal) {
            return new WithdrawalJson(
                    withdrawal.withdrawnOn(), withdrawal.reason(), withdrawal.recordedAt(), withdrawal.recordedBy());
        }
    }

    /** A withdrawal as received. */
    @Serdeable
    @Schema(name = "NewWithdrawal")
    record WithdrawJson(String reason) {

        WithdrawObservation.Command toCommand(UUID observation, boolean approver) {
            return new WithdrawObservation.Command(observation, Reads.text(reason, "/reason", 1000), approver);
        }
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
     * A figure as received. {@code area} left out means the province itself; {@code calendar} left out is civil;
     * {@code unit} is the indicator's, or one that converts into it exactly.
     */
    @Serdeable
    @Schema(name = "NewObservation")
    record RecordJson(
            String indicator,
            @Nullable String area,
            @Nullable String subgroup,
            String period,

            @Schema(allowableValues = {"civil", "legal"}) @Nullable
            String calendar,

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
                    Reads.calendar(calendar, "/calendar"),
                    Reads.word(ObservationStatus.class, status, "/status"),
                    Reads.amount(amount, "/amount"),
                    Reads.text(unit, "/unit", 60),
                    Reads.dayOrNull(knownOn, "/knownOn"),
                    Reads.text(source, "/source", 1000),
                    Reads.textOrNull(note, "/note", 2000));
        }
    }
}
