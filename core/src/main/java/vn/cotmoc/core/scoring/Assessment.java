package vn.cotmoc.core.scoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.cotmoc.core.plans.Plan;

/** A plan as of a day: one explanation a target, by group and code of its indicator. */
public record Assessment(
        Plan plan,
        LocalDate asOf,
        Aims aims,
        RuleSetId ruleSet,
        ScoringEngine.Identity engine,
        List<Explanation> targets) {

    /** @param sha256 of the rule set's canonical JSON */
    public record RuleSetId(String id, String version, String sha256) {

        static RuleSetId of(RuleSet ruleSet) {
            return new RuleSetId(ruleSet.id(), ruleSet.version(), ruleSet.sha256());
        }
    }

    /** The same wherever the targets come from; databases sort texts in ways of their own. */
    private static final Comparator<Explanation> BY_INDICATOR = Comparator.comparing(
                    (Explanation target) -> target.indicator().group())
            .thenComparing(target -> target.indicator().code())
            .thenComparing(Explanation::id);

    public Assessment {
        targets = targets.stream().sorted(BY_INDICATOR).toList();
    }

    /** Whether the rules, the engine and the code of every record are these. */
    boolean isBy(RuleSet rules, ScoringEngine.Identity by) {
        return ruleSet.equals(RuleSetId.of(rules))
                && engine.equals(by)
                && targets.stream().allMatch(target -> target.featureCode() == AssessPlan.FEATURE_CODE);
    }

    /** How many targets have each rating; every rating is there, if with 0. */
    public Map<Rating, Integer> counts() {
        return count(targets.stream().map(Explanation::rated).toList());
    }

    static Map<Rating, Integer> count(List<Rating> ratings) {
        Map<Rating, Integer> counts = new EnumMap<>(Rating.class);
        for (Rating rating : Rating.values()) {
            counts.put(rating, 0);
        }
        ratings.forEach(rating -> counts.merge(rating, 1, Integer::sum));
        return counts;
    }
}
