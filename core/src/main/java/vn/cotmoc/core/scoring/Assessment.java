package vn.cotmoc.core.scoring;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** How many targets have each rating, of those that count; every rating is there, if with 0. */
    public Map<Rating, Integer> counts() {
        Map<Rating, Integer> counts = new EnumMap<>(Rating.class);
        for (Rating rating : Rating.values()) {
            counts.put(rating, 0);
        }
        counted(targets).forEach(target -> counts.merge(target.rated(), 1, Integer::sum));
        return counts;
    }

    /**
     * Those that say something of their own. What one unit is to do of a target has no figures but those of the whole, which is
     * among them: it is neither done nor missing.
     */
    public static List<Explanation> counted(Collection<Explanation> targets) {
        Map<UUID, Explanation> byId =
                targets.stream().collect(Collectors.toMap(Explanation::id, Function.identity(), (one, same) -> one));
        return targets.stream()
                .filter(target -> target.assignedTo() == null
                        || target.parent() == null
                        || !isOfTheSame(target, byId.get(target.parent())))
                .toList();
    }

    private static boolean isOfTheSame(Explanation part, @Nullable Explanation whole) {
        return whole != null
                && whole.area().id().equals(part.area().id())
                && whole.subgroup().equals(part.subgroup());
    }
}
