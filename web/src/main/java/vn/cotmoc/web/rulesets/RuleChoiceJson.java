package vn.cotmoc.web.rulesets;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.rulesets.ChooseRules;
import vn.cotmoc.core.rulesets.RuleChoice;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.web.wire.Listing;
import vn.cotmoc.web.wire.Reads;

/**
 * By which rule set the province scores from a day on.
 *
 * @param plan null for all plans that have no choice of their own
 * @param version also the ETag
 * @param ruleSet the id of the set as it was kept when it was chosen
 * @param ruleSetVersion that of the set, then
 * @param follows the id of the set whose releases hold since; null where the chosen version holds for good
 */
@Serdeable
@Schema(name = "RuleChoice")
record RuleChoiceJson(
        UUID id,
        @Nullable UUID plan,
        int version,
        String ruleSet,
        String ruleSetVersion,
        String sha256,
        @Nullable String follows,
        LocalDate validFrom,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    static RuleChoiceJson of(RuleChoice choice, RuleSet ruleSet) {
        return new RuleChoiceJson(
                choice.id(),
                choice.plan(),
                choice.version(),
                ruleSet.id(),
                ruleSet.version(),
                choice.sha256(),
                choice.follows(),
                choice.validFrom(),
                choice.reason(),
                choice.recordedAt(),
                choice.recordedBy());
    }

    /**
     * @param province what holds today for plans without a choice of their own
     * @param items every choice ever made, newest first
     */
    @Serdeable
    @Schema(name = "RuleChoices")
    record AllJson(OfferedJson province, List<RuleChoiceJson> items) implements Listing<RuleChoiceJson> {

        @Override
        public List<RuleChoiceJson> rows() {
            return items;
        }
    }

    /**
     * @param ruleSet the id of one that is offered
     * @param pinned whether one version holds for good; else a set that is released follows its releases
     * @param sha256 of the version to keep, one that was released by then; left out, the one that holds on the first day
     */
    @Serdeable
    @Schema(name = "NewRuleChoice")
    record ChooseJson(
            String ruleSet,
            @Nullable Boolean pinned,
            @Nullable String sha256,
            String validFrom,
            String reason) {

        ChooseRules.Command toCommand(@Nullable UUID plan, int expectedVersion) {
            return new ChooseRules.Command(
                    plan,
                    expectedVersion,
                    Reads.text(ruleSet, "/ruleSet", 60),
                    Boolean.TRUE.equals(pinned),
                    sha256,
                    Reads.day(validFrom, "/validFrom"),
                    Reads.text(reason, "/reason", 1000));
        }
    }
}
