package vn.cotmoc.web.submissions;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.observations.RecordReport;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.submissions.DecideReport;
import vn.cotmoc.core.submissions.EnterFigures;
import vn.cotmoc.core.submissions.Submission;
import vn.cotmoc.core.submissions.SubmissionStatus;
import vn.cotmoc.core.submissions.SubmissionView;
import vn.cotmoc.web.wire.Reads;

/**
 * A unit's report for a period as sent.
 *
 * @param version also the ETag
 */
@Serdeable
@Schema(name = "Submission")
record SubmissionJson(
        UUID id,
        UUID form,
        int formVersion,
        UUID unit,
        String period,

        @Schema(allowableValues = {"draft", "submitted", "returned", "approved", "locked", "published", "unlocked"})
        String status,

        int version) {

    static SubmissionJson of(Submission submission) {
        return new SubmissionJson(
                submission.id(),
                submission.form(),
                submission.formVersion(),
                submission.unit(),
                submission.period().toString(),
                submission.status().code(),
                submission.version());
    }

    /**
     * A report with how it came to its status.
     *
     * @param cells how many figures it asks for
     * @param filled how many of them say something
     */
    @Serdeable
    @Schema(name = "SubmissionDetails")
    record DetailsJson(SubmissionJson submission, int cells, int filled, List<StepJson> steps) {

        static DetailsJson of(Submission submission, SubmissionView.Filled filled, List<Submission.Step> steps) {
            return new DetailsJson(
                    SubmissionJson.of(submission),
                    filled.cells(),
                    filled.filled(),
                    steps.stream()
                            .map(step -> new StepJson(
                                    step.number(),
                                    step.status().code(),
                                    step.comment(),
                                    step.recordedAt(),
                                    step.recordedBy()))
                            .toList());
        }
    }

    @Serdeable
    @Schema(name = "SubmissionStep")
    record StepJson(
            int step,

            @Schema(allowableValues = {"draft", "submitted", "returned", "approved", "locked", "published", "unlocked"})
            String status,

            @Nullable String comment,
            Instant recordedAt,
            String recordedBy) {}

    /**
     * A figure to report.
     *
     * @param cell 1, 2, … in the form's order
     * @param subgroup empty for the whole
     * @param period the report's, or the year to date
     * @param calendar civil or legal, as the form's
     * @param entry what counts now; null while nothing is written
     * @param observation the vintage that it became; null until it is approved
     * @param remarks what the checks say of its figure, held against the others of the report; none once it is approved
     */
    @Serdeable
    @Schema(name = "SubmissionCell")
    record CellJson(
            int cell,
            String indicator,
            String name,
            String nameEn,
            String unit,
            String unitEn,
            int decimals,
            UUID area,
            String areaName,
            String subgroup,
            String period,
            @Schema(allowableValues = {"civil", "legal"}) String calendar,
            @Nullable EntryJson entry,
            @Nullable UUID observation,
            List<RemarkJson> remarks) {

        static CellJson of(SubmissionView.Line line, List<RemarkJson> remarks) {
            return new CellJson(
                    line.cell().number(),
                    line.cell().indicator(),
                    line.name(),
                    line.nameEn(),
                    line.unit(),
                    line.unitEn(),
                    line.decimals(),
                    line.cell().area(),
                    line.area(),
                    line.cell().subgroup(),
                    line.cell().period().toString(),
                    line.cell().calendar().code(),
                    line.entry().map(EntryJson::of).orElse(null),
                    line.observation().orElse(null),
                    remarks);
        }
    }

    /**
     * What is to be said of a figure.
     *
     * @param blocks whether the report can neither be handed in nor approved with it
     */
    @Serdeable
    @Schema(name = "SubmissionRemark")
    record RemarkJson(String code, String sentence, boolean blocks) {

        static List<RemarkJson> of(RecordReport.@Nullable Weighed weighed, Function<Refusal, String> sentence) {
            if (weighed == null) {
                return List.of();
            }
            return weighed.refusal() == null
                    ? weighed.warnings().stream()
                            .map(said -> new RemarkJson(said.code(), sentence.apply(said), false))
                            .toList()
                    : List.of(new RemarkJson(weighed.refusal().code(), sentence.apply(weighed.refusal()), true));
        }
    }

    /**
     * What was written.
     *
     * @param amount exact decimal in the indicator's unit; null where there is none
     * @param reportedAmount as written, where another unit was converted
     * @param missing why there is no figure
     */
    @Serdeable
    @Schema(name = "SubmissionEntry")
    record EntryJson(
            @Schema(allowableValues = {"outturn", "estimated", "preliminary", "official", "revised"})
            String status,

            @Nullable String amount,
            @Nullable String reportedAmount,
            @Nullable String reportedUnit,
            @Nullable String missing,
            @Nullable String note,
            Instant recordedAt,
            String recordedBy) {

        static EntryJson of(Submission.Entry entry) {
            return new EntryJson(
                    entry.status().code(),
                    entry.amount() == null ? null : entry.amount().text(),
                    entry.reported() == null ? null : entry.reported().amount().text(),
                    entry.reported() == null ? null : entry.reported().unit(),
                    entry.missing(),
                    entry.note(),
                    entry.recordedAt(),
                    entry.recordedBy());
        }
    }

    /** Which report is begun. */
    @Serdeable
    @Schema(name = "NewSubmission")
    record BeginJson(String form, String period) {}

    /** Figures as received; cells that are not named stay as they are. */
    @Serdeable
    @Schema(name = "SubmissionFigures")
    record EnterJson(List<WrittenJson> figures) {

        EnterFigures.Command toCommand(UUID submission, int expectedVersion) {
            return new EnterFigures.Command(
                    submission, expectedVersion, Reads.some(figures, "/figures", WrittenJson::toWritten));
        }
    }

    /** An amount with its unit, or why there is none; neither empties the cell. */
    @Serdeable
    @Schema(name = "SubmissionFigure")
    record WrittenJson(
            int cell,

            @Schema(allowableValues = {"outturn", "estimated", "preliminary", "official", "revised"})
            String status,

            @Nullable String amount,
            @Nullable String unit,
            @Nullable String missing,
            @Nullable String note) {

        EnterFigures.Written toWritten(String at) {
            return new EnterFigures.Written(
                    at,
                    cell,
                    Reads.word(ObservationStatus.class, status, at + "/status"),
                    Reads.amountOrNull(amount, at + "/amount"),
                    Reads.textOrNull(unit, at + "/unit", 60),
                    Reads.textOrNull(missing, at + "/missing", 1000),
                    Reads.textOrNull(note, at + "/note", 2000));
        }
    }

    @Serdeable
    @Schema(name = "SubmissionHandover")
    record SubmitJson(@Nullable String comment) {}

    /** What an approver decides; returned and unlocked take a comment. */
    @Serdeable
    @Schema(name = "SubmissionDecision")
    record DecideJson(
            @Schema(allowableValues = {"returned", "approved", "locked", "published", "unlocked"})
            String status,

            @Nullable String comment) {

        DecideReport.Command toCommand(UUID submission, int expectedVersion) {
            return new DecideReport.Command(
                    submission,
                    expectedVersion,
                    Reads.word(SubmissionStatus.class, status, "/status"),
                    Reads.textOrNull(comment, "/comment", 2000));
        }
    }
}
