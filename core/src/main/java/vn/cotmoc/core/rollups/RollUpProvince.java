package vn.cotmoc.core.rollups;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.plans.PlanView;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.AssessPlan;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.core.scoring.RollUpRule;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.RuleSets;

/** How the province stands: the targets of all its plans that run on a day, together, and each plan beside them. It writes nothing. */
@Singleton
public class RollUpProvince {

    private final PlanView plans;
    private final AssessPlan assessPlan;
    private final RuleSets ruleSets;

    RollUpProvince(PlanView plans, AssessPlan assessPlan, RuleSets ruleSets) {
        this.plans = plans;
        this.assessPlan = assessPlan;
        this.ruleSets = ruleSets;
    }

    /**
     * @param rule the province's own, whatever its plans have
     * @param plans whose period has the day in it, drafts left out
     */
    public record Rolled(LocalDate day, RollUp province, RollUpRule rule, List<OfPlan> plans) {}

    public record OfPlan(PlanView.Line plan, RollUp rollUp, RollUpRule rule) {}

    /** @throws Refusal {@code no-threshold} before the province's first one holds */
    @Transactional(readOnly = true)
    public Rolled rollUp(LocalDate day) {
        List<OfPlan> running = new ArrayList<>();
        List<Explanation> all = new ArrayList<>();
        for (PlanView.Line plan : plans.list(null, Integer.MAX_VALUE)) {
            if (runs(plan, day)) {
                RuleSet rules = ruleSets.inForce(plan.id(), day);
                List<Explanation> targets =
                        assessPlan.assessBy(rules, plan.id(), day, Aims.CURRENT).targets();
                running.add(new OfPlan(plan, RollUp.of(targets), rules.rollUp()));
                all.addAll(targets);
            }
        }
        return new Rolled(day, RollUp.of(all), ruleSets.ofProvince(day).rollUp(), running);
    }

    private static boolean runs(PlanView.Line plan, LocalDate day) {
        return plan.status() != PlanStatus.DRAFT
                && !day.isBefore(plan.period().firstDay())
                && !day.isAfter(plan.period().lastDay());
    }
}
