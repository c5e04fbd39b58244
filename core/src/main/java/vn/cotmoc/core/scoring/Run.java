package vn.cotmoc.core.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The head of a stored run. What holds in it is of each target the newest finding of the steps from its {@code sinceStep} up to its
 * own.
 *
 * @param cause what made the house store it, in one word; null where somebody stored it by hand
 * @param whole the run that all targets were found in; itself, unless it goes on from another
 * @param step 0 for a whole run, then 1, 2, …
 * @param thresholds in force by then; null, like {@code features}, in runs that none can go on from
 * @param features version of the code that computed facts from figures
 * @param counts of all targets, every rating is there
 * @param sinceStep the last step that kept all targets; 0 is the whole run
 * @param keptSince findings of the steps after it
 */
record Run(
        UUID id,
        UUID plan,
        LocalDate asOf,
        Aims aims,
        Assessment.RuleSetId ruleSet,
        ScoringEngine.Identity engine,
        Instant recordedAt,
        String recordedBy,
        @Nullable String cause,
        UUID whole,
        int step,
        @Nullable Set<UUID> thresholds,
        @Nullable Integer features,
        Map<Rating, Integer> counts,
        int sinceStep,
        int keptSince) {

    /** So many times the targets are kept in steps before one keeps all again, which takes twice as long as one that keeps half. */
    private static final int MOST_KEPT = 3;

    /** What holds is looked for in no more of them. */
    private static final int MOST_STEPS = 500;

    /** Whether a run of that day, by these rules, can keep only what is otherwise. */
    boolean isContinuedBy(LocalDate day, RuleSet rules, ScoringEngine.Identity by) {
        return asOf.equals(day)
                && aims == Aims.CURRENT
                && ruleSet.equals(Assessment.RuleSetId.of(rules))
                && engine.equals(by)
                && features != null
                && features == AssessPlan.FEATURE_CODE
                && thresholds != null;
    }

    /** Whether a step after this one had better keep all targets: else what holds would be looked for in too much. */
    boolean hasLong(int more) {
        int targets = counts.values().stream().mapToInt(Integer::intValue).sum();
        return keptSince + more > MOST_KEPT * targets || step + 1 - sinceStep > MOST_STEPS;
    }
}
