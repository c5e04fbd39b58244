package vn.cotmoc.core.scoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.scoring.AssessPlan.Assessed;

/** What rules that nobody chose yet would say of a plan, beside those in force. It stores nothing. */
@Singleton
public class TryRules {

    private final AssessPlan assessPlan;
    private final PlanStore plans;
    private final RuleSets ruleSets;
    private final Engines engines;

    TryRules(AssessPlan assessPlan, PlanStore plans, RuleSets ruleSets, Engines engines) {
        this.assessPlan = assessPlan;
        this.plans = plans;
        this.ruleSets = ruleSets;
        this.engines = engines;
    }

    /**
     * @param before by the rules in force
     * @param after by those that are tried, of the same figures
     */
    public record Tried(Assessment before, Assessment after) {

        /** Of targets that would be rated, flagged or valued otherwise. */
        public List<Flip> flips() {
            List<Flip> flips = new ArrayList<>();
            for (int i = 0; i < before.targets().size(); i++) {
                Flip flip = new Flip(before.targets().get(i), after.targets().get(i));
                if (flip.isOne()) {
                    flips.add(flip);
                }
            }
            return flips;
        }
    }

    /** One target, by both. */
    public record Flip(Explanation before, Explanation after) {

        boolean isOne() {
            return before.rated() != after.rated()
                    || !before.flags().equals(after.flags())
                    || !Objects.equals(before.score(), after.score());
        }
    }

    /** By the engine that answers at once. @throws Refusal {@code unknown-plan}; {@code no-threshold} */
    @Transactional(readOnly = true)
    public Tried on(UUID planId, LocalDate day, RuleSet tried) {
        return on(planId, day, tried, day);
    }

    /** The same against the rules in force on another day than that of the figures. @throws Refusal likewise */
    @Transactional(readOnly = true)
    public Tried on(UUID planId, LocalDate day, RuleSet tried, LocalDate rulesOf) {
        Plan plan = plans.require(planId);
        RuleSet inForce = ruleSets.inForce(planId, rulesOf);
        List<Assessed> assessed = assessPlan.assessed(planId, day, Aims.CURRENT);
        ScoringEngine atOnce = engines.of(tried, Engines.AT_ONCE);
        return new Tried(
                assessPlan.assessment(
                        inForce, plan, day, Aims.CURRENT, AssessPlan.found(inForce, atOnce, assessed, day)),
                assessPlan.assessment(tried, plan, day, Aims.CURRENT, AssessPlan.found(tried, atOnce, assessed, day)));
    }

    /** A target of which two engines say different things by the same rules. */
    public record Disagreement(UUID target, Verdict own, Verdict other) {}

    /** All that rules may ask of a plan's targets. @throws Refusal as {@link #on} */
    @Transactional(readOnly = true)
    public List<TargetFacts> facts(UUID plan, LocalDate day) {
        return assessPlan.assessed(plan, day, Aims.CURRENT).stream()
                .map(Assessed::facts)
                .toList();
    }

    /**
     * Lets the engine that a rule set names decide beside the one that answers at once. It may have to compile: not within a
     * transaction.
     *
     * @return the first target of which they say different things
     * @throws ScoringEngine.EngineFailure if one of them cannot decide by these rules
     */
    public Optional<Disagreement> rehearse(RuleSet ruleSet, List<TargetFacts> facts) {
        List<Verdict> own = engines.of(ruleSet).score(ruleSet, facts);
        List<Verdict> other = engines.of(ruleSet, Engines.AT_ONCE).score(ruleSet, facts);
        for (int i = 0; i < own.size(); i++) {
            if (!own.get(i).equals(other.get(i))) {
                return Optional.of(new Disagreement(own.get(i).target(), own.get(i), other.get(i)));
            }
        }
        return Optional.empty();
    }
}
