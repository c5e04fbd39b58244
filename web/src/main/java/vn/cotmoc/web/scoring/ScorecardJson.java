package vn.cotmoc.web.scoring;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.rollups.RollUps;
import vn.cotmoc.core.scoring.Assessment;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RollUpRule;
import vn.cotmoc.core.scoring.Scorecard;
import vn.cotmoc.core.scoring.ScorecardView;
import vn.cotmoc.core.statements.Statement;
import vn.cotmoc.web.plans.PlanJson;
import vn.cotmoc.web.rollups.RollUpsJson;
import vn.cotmoc.web.statements.StatementJson;
import vn.cotmoc.web.wire.Listing;

/**
 * A plan as of a day. The targets are the explanation records themselves: what is shown is what is stored.
 *
 * @param stored who stored this run and when; null for a live assessment
 * @param aims whether targets are rated as they are now or as they were set first
 * @param counts targets by rating; every rating is there
 * @param rollUps how the targets stand together
 * @param statements the quoted statements that set these targets
 */
@Serdeable
@Schema(name = "Scorecard")
record ScorecardJson(
        PlanJson plan,
        LocalDate asOf,
        @Schema(allowableValues = {"current", "original"}) String aims,
        @Nullable Stored stored,
        RuleSetJson ruleSet,
        EngineJson engine,
        Map<String, Integer> counts,
        RollUpsJson rollUps,
        List<Explanation> targets,
        List<StatementJson> statements)
        implements Listing<Explanation> {

    @Override
    public List<Explanation> rows() {
        return targets;
    }

    /** A run that was kept. */
    @Serdeable
    @Schema(name = "StoredRun")
    record Stored(UUID id, Instant at, String by) {}

    /** @param sha256 of the rule set's canonical JSON */
    @Serdeable
    @Schema(name = "RuleSet")
    record RuleSetJson(String id, String version, String sha256) {

        static RuleSetJson of(Assessment.RuleSetId ruleSet) {
            return new RuleSetJson(ruleSet.id(), ruleSet.version(), ruleSet.sha256());
        }
    }

    @Serdeable
    @Schema(name = "Engine")
    record EngineJson(String name, String version) {}

    static ScorecardJson of(Assessment assessment, RollUpRule rule, List<Statement> statements) {
        return of(assessment, rule, null, statements);
    }

    static ScorecardJson of(Scorecard scorecard, RollUpRule rule, List<Statement> statements) {
        return of(
                scorecard.assessment(),
                rule,
                new Stored(scorecard.id(), scorecard.recordedAt(), scorecard.recordedBy()),
                statements);
    }

    private static ScorecardJson of(
            Assessment assessment, RollUpRule rule, @Nullable Stored stored, List<Statement> statements) {
        return new ScorecardJson(
                PlanJson.of(assessment.plan(), assessment.targets().size()),
                assessment.asOf(),
                assessment.aims().code(),
                stored,
                RuleSetJson.of(assessment.ruleSet()),
                new EngineJson(assessment.engine().name(), assessment.engine().version()),
                counts(assessment.counts()),
                RollUpsJson.of(RollUps.of(assessment), rule),
                assessment.targets(),
                statements.stream().map(StatementJson::of).toList());
    }

    static Map<String, Integer> counts(Map<Rating, Integer> counts) {
        Map<String, Integer> byCode = new LinkedHashMap<>();
        for (Rating rating : Rating.values()) {
            byCode.put(rating.code(), counts.getOrDefault(rating, 0));
        }
        return byCode;
    }

    /**
     * One stored run in a list.
     *
     * @param cause what made the house store it; null where somebody stored it by hand
     */
    @Serdeable
    @Schema(name = "ScorecardLine")
    record LineJson(
            UUID id,
            UUID plan,
            LocalDate asOf,

            @Schema(allowableValues = {"current", "original"})
            String aims,

            Instant at,
            String by,
            @Nullable String cause,
            RuleSetJson ruleSet,
            Map<String, Integer> counts) {

        static LineJson of(ScorecardView.Line line) {
            return new LineJson(
                    line.id(),
                    line.plan(),
                    line.asOf(),
                    line.aims().code(),
                    line.recordedAt(),
                    line.recordedBy(),
                    line.cause(),
                    RuleSetJson.of(line.ruleSet()),
                    ScorecardJson.counts(line.counts()));
        }
    }

    /** Which day to score, and by which targets: the current ones if left out. */
    @Serdeable
    @Schema(name = "NewScorecard")
    record ScoreJson(
            String asOf,

            @Schema(allowableValues = {"current", "original"}) @Nullable
            String aims) {}
}
