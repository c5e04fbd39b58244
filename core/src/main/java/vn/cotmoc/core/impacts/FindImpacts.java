package vn.cotmoc.core.impacts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cotmoc.core.impacts.Impact.Move;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.plans.PlanView;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.rulesets.NationalReleaseView;
import vn.cotmoc.core.rulesets.OfferedRules;
import vn.cotmoc.core.rulesets.Release;
import vn.cotmoc.core.rulesets.Releases;
import vn.cotmoc.core.rulesets.RuleChoiceView;
import vn.cotmoc.core.rulesets.RuleChoices;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.TryRules;

/** Finds, for the bound province, what national releases that do not hold yet would change in the plans that follow them. */
@Singleton
public class FindImpacts {

    /** More than any province has at once. */
    private static final int MOST_PLANS = 200;

    private static final Set<PlanStatus> LIVE = Set.of(PlanStatus.ADOPTED, PlanStatus.ASSIGNED, PlanStatus.AMENDED);

    private final NationalReleaseView national;
    private final OfferedRules offered;
    private final RuleChoiceView choiceView;
    private final PlanView plans;
    private final TryRules tryRules;
    private final ImpactStore store;
    private final Clock clock;

    FindImpacts(
            NationalReleaseView national,
            OfferedRules offered,
            RuleChoiceView choiceView,
            PlanView plans,
            TryRules tryRules,
            ImpactStore store,
            Clock clock) {
        this.national = national;
        this.offered = offered;
        this.choiceView = choiceView;
        this.plans = plans;
        this.tryRules = tryRules;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Each once a day, and nothing while no release waits to hold. What was found of a plan that does not follow the set any more is
     * forgotten.
     *
     * @return how many plans were looked at
     */
    public int find() {
        LocalDate today = LocalDate.now(clock);
        Releases all = national.all();
        List<Release> upcoming = all.all().stream()
                .filter(release -> release.validFrom().isAfter(today))
                .filter(release -> all.inForce(release.ruleSet(), release.validFrom())
                        .filter(release::equals)
                        .isPresent())
                .toList();
        if (upcoming.isEmpty()) {
            return 0;
        }
        RuleChoices choices = choiceView.all();
        List<PlanView.Line> live = plans.list(null, MOST_PLANS).stream()
                .filter(plan -> LIVE.contains(plan.status()) && plan.targets() > 0)
                .toList();
        int found = 0;
        for (Release release : upcoming) {
            List<PlanView.Line> following = live.stream()
                    .filter(plan -> choices.inForce(plan.id(), release.validFrom())
                            .filter(choice -> release.ruleSet().equals(choice.follows()))
                            .isPresent())
                    .toList();
            store.forgetOthers(
                    release.id(), following.stream().map(PlanView.Line::id).toList());
            for (PlanView.Line plan : following) {
                if (!store.has(release.id(), plan.id(), today) && find(release, plan, today)) {
                    found++;
                }
            }
        }
        return found;
    }

    private boolean find(Release release, PlanView.Line plan, LocalDate today) {
        RuleSet next = offered.require(release.sha256());
        TryRules.Tried tried;
        try {
            tried = tryRules.on(plan.id(), today, next, release.validFrom().minusDays(1));
        } catch (Refusal notScored) {
            return false; // a plan that cannot be scored today is not rated otherwise tomorrow
        }
        Map<Move, Integer> moves = new HashMap<>();
        int flagged = 0;
        for (TryRules.Flip flip : tried.flips()) {
            if (flip.before().rated() == flip.after().rated()) {
                flagged++;
            } else {
                moves.merge(new Move(flip.before().rated(), flip.after().rated()), 1, Integer::sum);
            }
        }
        store.keep(new Impact(
                release.id(),
                plan.id(),
                plan.title(),
                plan.period(),
                today,
                tried.before().targets().size(),
                moves,
                flagged));
        return true;
    }
}
