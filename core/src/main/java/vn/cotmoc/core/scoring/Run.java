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
 * @param sinceStep the last step that had all targets when this run was made, or gathered; 0 is the whole run
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

    /** What holds is looked for in no more steps. */
    private static final int MOST_STEPS = 128;

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

    /** Whether what holds is looked for in so much that it had better be kept in one step. */
    boolean isLong() {
        int targets = counts.values().stream().mapToInt(Integer::intValue).sum();
        return keptSince > targets || step - sinceStep > MOST_STEPS;
    }
}
