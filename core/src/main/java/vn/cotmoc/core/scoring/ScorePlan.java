package vn.cotmoc.core.scoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.observations.FiguresOf;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.thresholds.ThresholdView;

/** Assesses a plan as of a day and stores the run with the record of every finding and the rules it was made by. */
@Singleton
public class ScorePlan {

    private final AssessPlan assessPlan;
    private final ContinueRun continueRun;
    private final PlanStore plans;
    private final RunView runs;
    private final RecordView records;
    private final Letters letters;
    private final StoreRun storeRun;
    private final RuleSets ruleSets;
    private final ThresholdView thresholds;
    private final AfterRun afterRun;
    private final Identifiers identifiers;
    private final CurrentActor actor;
    private final Clock clock;

    ScorePlan(
            AssessPlan assessPlan,
            ContinueRun continueRun,
            PlanStore plans,
            RunView runs,
            RecordView records,
            Letters letters,
            StoreRun storeRun,
            RuleSets ruleSets,
            ThresholdView thresholds,
            AfterRun afterRun,
            Identifiers identifiers,
            CurrentActor actor,
            Clock clock) {
        this.assessPlan = assessPlan;
        this.continueRun = continueRun;
        this.plans = plans;
        this.runs = runs;
        this.records = records;
        this.letters = letters;
        this.storeRun = storeRun;
        this.ruleSets = ruleSets;
        this.thresholds = thresholds;
        this.afterRun = afterRun;
        this.identifiers = identifiers;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws Refusal {@code unknown-plan}, {@code no-threshold} */
    @Transactional
    public Scorecard score(UUID planId, LocalDate asOf, Aims aims) {
        Plan plan = plans.require(planId);
        RuleSet rules = ruleSets.inForce(planId, asOf);
        Whole whole = whole(plan, asOf, aims, rules);
        Run run = store(whole, rules, null);
        if (aims == Aims.CURRENT) {
            afterRun.stored(planId);
        }
        return new Scorecard(run.id(), run.recordedAt(), run.recordedBy(), whole.assessment());
    }

    /**
     * That nothing a score depends on changed since a run by current targets but these figures and thresholds.
     */
    public record Since(UUID scorecard, Set<FiguresOf> figures) {}

    /**
     * The run that says how a plan stands by its current targets.
     *
     * @param rules by which, the hash of their set
     */
    public record Kept(UUID scorecard, String rules) {}

    /**
     * Scores a plan for the house itself, by its current targets. Two at once wait for each other, and what the newest run says
     * already of that day is not stored again. Cases follow when {@link AfterRun} is told.
     *
     * @param cause what made it, in one word
     * @param since what changed since which run; null if anything may have
     * @throws Refusal {@code unknown-plan}, {@code no-threshold}
     */
    @Transactional
    public Kept keep(UUID planId, LocalDate asOf, String cause, @Nullable Since since) {
        plans.take(planId);
        Plan plan = plans.require(planId);
        RuleSet rules = ruleSets.inForce(planId, asOf);
        UUID scorecard = Optional.ofNullable(since)
                .flatMap(changed -> goOn(changed, asOf, rules, cause))
                .orElseGet(() -> anew(plan, asOf, rules, cause));
        return new Kept(scorecard, rules.sha256());
    }

    private Optional<UUID> goOn(Since changed, LocalDate asOf, RuleSet rules, String cause) {
        return runs.find(changed.scorecard())
                .filter(run -> run.isContinuedBy(asOf, rules, assessPlan.engine(rules)))
                .flatMap(run -> continueRun.from(run, rules, changed.figures(), cause));
    }

    private UUID anew(Plan plan, LocalDate asOf, RuleSet rules, String cause) {
        Whole whole = whole(plan, asOf, Aims.CURRENT, rules);
        return runs.newest(plan.id())
                .filter(newest -> newest.asOf().equals(asOf))
                .filter(newest -> records.letters(newest).equals(whole.letters()))
                .map(Run::id)
                .orElseGet(() -> store(whole, rules, cause).id());
    }

    /** @param rows one for each target */
    private record Whole(Assessment assessment, List<FindingRow> rows) {

        Map<UUID, String> letters() {
            Map<UUID, String> letters = new HashMap<>();
            rows.forEach(row -> letters.put(row.target(), Objects.requireNonNull(row.record())));
            return letters;
        }
    }

    private Whole whole(Plan plan, LocalDate asOf, Aims aims, RuleSet rules) {
        List<AssessPlan.Found> found = assessPlan.find(rules, plan.id(), asOf, aims);
        return new Whole(
                assessPlan.assessment(rules, plan, asOf, aims, found),
                found.stream()
                        .map(one -> FindingRow.of(one, letters.write(one.record())))
                        .toList());
    }

    private Run store(Whole whole, RuleSet rules, @Nullable String cause) {
        Assessment assessment = whole.assessment();
        UUID id = identifiers.next();
        Run run = new Run(
                id,
                assessment.plan().id(),
                assessment.asOf(),
                assessment.aims(),
                assessment.ruleSet(),
                assessment.engine(),
                clock.instant(),
                actor.username(),
                cause,
                id,
                0,
                thresholds.all().on(assessment.asOf()).identifiers(),
                AssessPlan.FEATURE_CODE,
                assessment.counts(),
                0,
                0);
        storeRun.store(run, rules, whole.rows());
        return run;
    }
}
