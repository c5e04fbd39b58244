package vn.cotmoc.core.replay;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Scorecard;
import vn.cotmoc.core.scoring.ScorecardView;

/** What changed between two runs of a plan, and why. */
@Singleton
public class CompareRuns {

    private final ScorecardView scorecards;

    CompareRuns(ScorecardView scorecards) {
        this.scorecards = scorecards;
    }

    /** @param differences by target, of those whose rating, flags, figure or aim differ or that only one run has */
    public record Compared(Scorecard before, Scorecard after, List<Difference> differences) {}

    /** @throws Refusal {@code unknown-scorecard}; {@code runs-of-two-plans} */
    @Transactional(readOnly = true)
    public Compared compare(UUID before, UUID after) {
        Scorecard earlier = scorecards.require(before);
        Scorecard later = scorecards.require(after);
        UUID plan = later.assessment().plan().id();
        UUID other = earlier.assessment().plan().id();
        if (!other.equals(plan)) {
            throw Refusal.invalid("runs-of-two-plans", "since", "plan", plan, "other", other);
        }
        return new Compared(earlier, later, Difference.between(earlier.assessment(), later.assessment()));
    }
}
