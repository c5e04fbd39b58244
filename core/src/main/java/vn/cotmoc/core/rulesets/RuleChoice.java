package vn.cotmoc.core.rulesets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule set in force from a day on. Another choice appends a version; the day it holds from and the moment it was recorded are
 * kept apart, so that a back-dated one never alters an earlier run.
 *
 * @param plan null for all plans of the province that have none of their own
 * @param version 1, 2, … of the province's choice or of the plan's own
 * @param sha256 of the rule set as it was when it was chosen, which is kept
 * @param follows the id of the set whose releases hold from then on; null where the chosen version holds for good
 */
public record RuleChoice(
        UUID id,
        @Nullable UUID plan,
        int version,
        String sha256,
        @Nullable String follows,
        LocalDate validFrom,
        String reason,
        Instant recordedAt,
        String recordedBy) {}
