package vn.cotmoc.web.submissions;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.submissions.Duty;
import vn.cotmoc.core.submissions.DutyView;

/**
 * A report that a unit owes, as sent.
 *
 * @param submission null while none was begun
 * @param status null while none was begun
 * @param submittedAt when it was handed in for the first time
 */
@Serdeable
@Schema(name = "Duty")
record DutyJson(
        UUID form,
        String formName,
        String formNameEn,
        UUID unit,
        String unitName,
        String unitNameEn,
        String period,
        @Schema(allowableValues = {"civil", "legal"}) String calendar,
        LocalDate dueOn,

        @Schema(allowableValues = {"not-due", "on-time", "late", "missing"})
        String timeliness,

        @Nullable UUID submission,

        @Schema(allowableValues = {"draft", "submitted", "returned", "approved", "locked", "published", "unlocked"})
        @Nullable
        String status,

        @Nullable Instant submittedAt) {

    static DutyJson of(Duty duty) {
        return new DutyJson(
                duty.form().id(),
                duty.version().name(),
                duty.version().nameEn(),
                duty.unit().id(),
                duty.unit().name(),
                duty.unit().nameEn(),
                duty.period().toString(),
                duty.form().calendar().code(),
                duty.dueOn(),
                duty.timeliness().code(),
                duty.report().map(Duty.Report::submission).orElse(null),
                duty.report().map(report -> report.status().code()).orElse(null),
                duty.report().flatMap(Duty.Report::submittedAt).orElse(null));
    }

    /**
     * How a unit kept its deadlines.
     *
     * @param expected reports whose day has passed, or which were handed in
     * @param onTimePercent of the expected, half-up to two digits; null where nothing was expected
     */
    @Serdeable
    @Schema(name = "Punctuality")
    record PunctualityJson(
            UUID unit,
            String name,
            String nameEn,
            int expected,
            int onTime,
            int late,
            int missing,
            @Nullable String onTimePercent) {

        static PunctualityJson of(DutyView.Punctuality punctuality) {
            return new PunctualityJson(
                    punctuality.unit().id(),
                    punctuality.unit().name(),
                    punctuality.unit().nameEn(),
                    punctuality.expected(),
                    punctuality.onTime(),
                    punctuality.late(),
                    punctuality.missing(),
                    punctuality
                            .onTimeShare()
                            .map(share -> share.percent().toPlainString())
                            .orElse(null));
        }
    }
}
