package vn.cotmoc.web.authoring;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Draft;
import vn.cotmoc.core.authoring.OpenDraft;
import vn.cotmoc.core.authoring.SaveDraft;
import vn.cotmoc.web.wire.Reads;

/**
 * A version of a rule set that is being written.
 *
 * @param ruleSet the id of the set
 * @param setVersion 1, 2, …: which version it is to become
 * @param basedOn the hash of the set that it began as
 * @param revision number of its newest text
 * @param version of its text or status, whichever changed; also the ETag
 */
@Serdeable
@Schema(name = "RuleDraft")
record DraftJson(
        UUID id,
        String ruleSet,
        String setVersion,
        String basedOn,

        @Schema(allowableValues = {"draft", "proposed", "approved", "released", "withdrawn"})
        String status,

        int revision,
        Instant recordedAt,
        String recordedBy,
        int version) {

    static DraftJson of(Draft draft) {
        return new DraftJson(
                draft.id(),
                draft.ruleSet(),
                draft.setVersion(),
                draft.basedOn(),
                draft.status().code(),
                draft.revision(),
                draft.recordedAt(),
                draft.recordedBy(),
                draft.version());
    }

    /** @param authors whoever saved a text of it */
    @Serdeable
    @Schema(name = "RuleDraftDetails")
    record DetailsJson(DraftJson draft, RevisionJson text, List<String> authors, List<StepJson> steps) {

        static DetailsJson of(Draft draft, Draft.Revision text, Set<String> authors, List<Draft.Step> steps) {
            return new DetailsJson(
                    DraftJson.of(draft),
                    RevisionJson.of(text),
                    authors.stream().sorted().toList(),
                    steps.stream().map(StepJson::of).toList());
        }
    }

    /** @param model JSON as its author left it */
    @Serdeable
    @Schema(name = "RuleDraftRevision")
    record RevisionJson(int number, String model, List<TestCaseJson> cases, Instant recordedAt, String recordedBy) {

        static RevisionJson of(Draft.Revision text) {
            return new RevisionJson(
                    text.number(),
                    text.model(),
                    text.cases().stream().map(TestCaseJson::of).toList(),
                    text.recordedAt(),
                    text.recordedBy());
        }
    }

    /** @param status what it made of the draft */
    @Serdeable
    @Schema(name = "RuleDraftStep")
    record StepJson(
            int number,

            @Schema(allowableValues = {"draft", "proposed", "approved", "released", "withdrawn"})
            String status,

            int revision,
            @Nullable String comment,
            Instant recordedAt,
            String recordedBy) {

        static StepJson of(Draft.Step step) {
            return new StepJson(
                    step.number(),
                    step.status().code(),
                    step.revision(),
                    step.comment(),
                    step.recordedAt(),
                    step.recordedBy());
        }
    }

    /**
     * @param ruleSet the id of a set of the province's own, new or released before
     * @param from the hash of the set that it begins as
     */
    @Serdeable
    @Schema(name = "NewRuleDraft")
    record OpenJson(String ruleSet, String from) {

        OpenDraft.Command toCommand() {
            return new OpenDraft.Command(Reads.text(ruleSet, "/ruleSet", 60), Reads.text(from, "/from", 64));
        }
    }

    /**
     * @param model JSON, finished or not; finished, it is as {@code /schemas/rule-set.schema.json} says
     * @param cases left out, the draft keeps those it has
     */
    @Serdeable
    @Schema(name = "RuleDraftText")
    record TextJson(String model, @Nullable List<TestCaseJson> cases) {

        SaveDraft.Command toCommand(UUID draft, int expectedVersion) {
            return new SaveDraft.Command(
                    draft,
                    expectedVersion,
                    WorkshopJson.model(model, "/model"),
                    cases == null ? null : TestCaseJson.cases(cases, "/cases"));
        }
    }

    @Serdeable
    @Schema(name = "RuleDraftMove")
    record MoveJson(@Nullable String comment) {}

    @Serdeable
    @Schema(name = "RuleDraftRelease")
    record ReleaseDraftJson(String validFrom, String reason) {}
}
