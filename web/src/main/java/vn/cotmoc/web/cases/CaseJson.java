package vn.cotmoc.web.cases;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.cases.Case;
import vn.cotmoc.core.cases.CaseAct;
import vn.cotmoc.core.cases.CaseView;
import vn.cotmoc.core.cases.DecideCase;
import vn.cotmoc.core.cases.ExplainCase;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.web.targets.AimedJson;
import vn.cotmoc.web.wire.Reads;

/**
 * What people do about a flag of a target, as sent.
 *
 * @param flag as the rules call it
 * @param target what it is about
 * @param unit which has to explain; null while nobody is
 * @param until the last day to explain, or on which it is accepted
 * @param overdue whether an explanation was to be given before today, and was not
 * @param scorecard the run that opened it, as of the day beside
 * @param previous the cleared case of the same target and flag before this one
 * @param next what people can do in it
 * @param version also the ETag
 */
@Serdeable
@Schema(name = "Case")
record CaseJson(
        UUID id,
        UUID plan,
        String planTitle,
        AimedJson target,
        String flag,

        @Schema(allowableValues = {"low", "medium", "high"}) String severity,

        @Schema(
                allowableValues = {
                    "open",
                    "acknowledged",
                    "explanation-requested",
                    "explained",
                    "accepted",
                    "action-agreed",
                    "cleared"
                })
        String status,

        @Nullable UUID unit,
        @Nullable String unitName,
        @Nullable String unitNameEn,
        @Nullable LocalDate until,
        boolean overdue,
        UUID scorecard,
        LocalDate asOf,
        @Nullable UUID previous,
        List<String> next,
        Instant openedAt,
        int version) {

    static CaseJson of(CaseView.Line line, LocalDate today) {
        Case about = line.about();
        return new CaseJson(
                about.id(),
                line.target().target().plan(),
                line.planTitle(),
                AimedJson.of(line.target()),
                about.flag(),
                about.severity().code(),
                about.status().code(),
                about.unit(),
                line.unitName().orElse(null),
                line.unitNameEn().orElse(null),
                about.until(),
                about.isOverdueOn(today),
                about.scorecard(),
                about.asOf(),
                about.previous(),
                about.status().next().stream().sorted().map(CaseAct::code).toList(),
                about.openedAt(),
                about.version());
    }

    /**
     * A case with how it came to its status.
     *
     * @param rating of the target in the run that opened it
     * @param reasons what the rules said in that run
     */
    @Serdeable
    @Schema(name = "CaseDetails")
    record DetailsJson(CaseJson about, @Nullable String rating, List<ReasonJson> reasons, List<StepJson> steps) {

        static DetailsJson of(
                CaseView.Line line, LocalDate today, Optional<Explanation> explanation, List<Case.Step> steps) {
            return new DetailsJson(
                    CaseJson.of(line, today),
                    explanation.map(Explanation::rating).orElse(null),
                    explanation.map(Explanation::reasons).orElse(List.of()).stream()
                            .map(reason -> new ReasonJson(reason.vi(), reason.en()))
                            .toList(),
                    steps.stream().map(StepJson::of).toList());
        }
    }

    /** What a rule says, in both languages. */
    @Serdeable
    @Schema(name = "CaseReason")
    record ReasonJson(String vi, String en) {}

    /**
     * @param unit to which it was assigned
     * @param until the day that was set
     * @param comment the explanation, or why
     * @param papers the papers that prove an explanation
     */
    @Serdeable
    @Schema(name = "CaseStep")
    record StepJson(
            int step,

            @Schema(
                    allowableValues = {
                        "opened",
                        "worsened",
                        "eased",
                        "acknowledged",
                        "assigned",
                        "explanation-requested",
                        "explained",
                        "explanation-returned",
                        "accepted",
                        "action-agreed",
                        "reopened",
                        "cleared",
                        "target-withdrawn"
                    })
            String act,

            @Nullable UUID unit,
            @Nullable LocalDate until,
            @Nullable String comment,
            @Nullable String papers,
            Instant recordedAt,
            String recordedBy) {

        static StepJson of(Case.Step step) {
            return new StepJson(
                    step.number(),
                    step.act().code(),
                    step.unit(),
                    step.until(),
                    step.comment(),
                    step.papers(),
                    step.recordedAt(),
                    step.recordedBy());
        }
    }

    /**
     * What an approver decides.
     *
     * @param unit for assigned
     * @param until for explanation-requested, explanation-returned and accepted
     * @param comment always of explanation-returned and accepted
     */
    @Serdeable
    @Schema(name = "CaseDecision")
    record DecideJson(
            @Schema(
                    allowableValues = {
                        "acknowledged",
                        "assigned",
                        "explanation-requested",
                        "explanation-returned",
                        "accepted"
                    })
            String act,

            @Nullable String unit,
            @Nullable String until,
            @Nullable String comment) {

        DecideCase.Command toCommand(UUID id, int expectedVersion) {
            return new DecideCase.Command(
                    id,
                    expectedVersion,
                    Reads.word(CaseAct.class, act, "/act"),
                    Reads.idOrNull(unit, "/unit"),
                    Reads.dayOrNull(until, "/until"),
                    Reads.textOrNull(comment, "/comment", 2000));
        }
    }

    /** @param papers the papers that prove it, with number and place */
    @Serdeable
    @Schema(name = "CaseExplanation")
    record ExplainJson(String explanation, @Nullable String papers) {

        ExplainCase.Command toCommand(UUID id, int expectedVersion) {
            return new ExplainCase.Command(
                    id,
                    expectedVersion,
                    Reads.text(explanation, "/explanation", 4000),
                    Reads.textOrNull(papers, "/papers", 2000));
        }
    }
}
