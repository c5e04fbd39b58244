package vn.cotmoc.web.rulesets;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.rulesets.Origin;
import vn.cotmoc.core.scoring.Points;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.web.rollups.OutcomeJson;

/**
 * A rule set that the province may choose.
 *
 * @param sha256 of its canonical JSON: what a choice keeps
 * @param origin where it is from; whoever chooses one of the nation's or of the province's own follows its releases
 * @param name its id where its author said nothing, and then there is neither text nor source
 * @param points null where they are those of the ratings
 * @param rollUp how it puts targets together: mean, worst, all or grades
 * @param grades best first; none unless it gives grades
 * @param rules what each of them says, by its id
 */
@Serdeable
@Schema(name = "OfferedRuleSet")
record OfferedJson(
        String id,
        String version,
        String sha256,
        String engine,

        @Schema(allowableValues = {"house", "nation", "province"})
        String origin,

        TextJson name,
        @Nullable TextJson says,
        @Nullable TextJson source,
        @Nullable PointsJson points,

        @Schema(allowableValues = {"mean", "worst", "all", "grades"})
        String rollUp,

        List<OutcomeJson.GradeJson> grades,
        List<RuleJson> rules) {

    @Serdeable
    @Schema(name = "TextInBothLanguages")
    record TextJson(String vi, String en) {

        static TextJson of(RuleSet.Sentence text) {
            return new TextJson(text.vi(), text.en());
        }
    }

    /**
     * Exact decimals.
     *
     * @param bonus points for each per cent above the target
     * @param penaltyBelow share of the target
     * @param penalty points for each per cent below that share
     */
    @Serdeable
    @Schema(name = "PointsOfAttainment")
    record PointsJson(String bonus, String highest, String penaltyBelow, String penalty, String lowest) {}

    @Serdeable
    @Schema(name = "RuleInWords")
    record RuleJson(String rule, String vi, String en) {}

    static OfferedJson of(RuleSet ruleSet, Origin origin) {
        RuleSet.About about = ruleSet.about();
        return new OfferedJson(
                ruleSet.id(),
                ruleSet.version(),
                ruleSet.sha256(),
                ruleSet.engine(),
                origin.code(),
                about == null ? new TextJson(ruleSet.id(), ruleSet.id()) : TextJson.of(about.name()),
                about == null ? null : TextJson.of(about.says()),
                about == null ? null : TextJson.of(about.source()),
                points(ruleSet.points()),
                ruleSet.rollUp().code(),
                OutcomeJson.GradeJson.of(ruleSet.rollUp()),
                ruleSet.sentences().entrySet().stream()
                        .map(rule -> new RuleJson(
                                rule.getKey(),
                                rule.getValue().vi(),
                                rule.getValue().en()))
                        .sorted(Comparator.comparing(RuleJson::rule))
                        .toList());
    }

    private static @Nullable PointsJson points(Points points) {
        return switch (points) {
            case Points.OfRating ofRating -> null;
            case Points.OfAttainment of ->
                new PointsJson(
                        plain(of.bonus()),
                        plain(of.highest()),
                        plain(of.penaltyBelow()),
                        plain(of.penalty()),
                        plain(of.lowest()));
        };
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
