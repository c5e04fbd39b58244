package vn.cotmoc.core.scoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.checks.CheckSettings;
import vn.cotmoc.core.checks.CheckView;
import vn.cotmoc.core.observations.FiguresOf;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.Yardstick;
import vn.cotmoc.core.thresholds.InForce;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.thresholds.ThresholdView;
import vn.cotmoc.core.trajectories.Checkpoint.Subject;
import vn.cotmoc.core.trajectories.Trajectory;
import vn.cotmoc.core.trajectories.TrajectoryView;

/** Assesses a plan as of a day, from the vintages, revisions, trajectories, thresholds and checks of that day. It writes nothing. */
@Singleton
public class AssessPlan {

    /**
     * Version of the code that computes facts, signals and what sentences name from figures: {@link Features}, {@link Signals}, {@link
     * Sentences} and what they stand on. Whoever changes what it computes raises it; the golden runs tell.
     */
    public static final int FEATURE_CODE = 8;

    private final PlanStore plans;
    private final TargetLines lines;
    private final KnownFigures figures;
    private final TrajectoryView trajectories;
    private final ThresholdView thresholds;
    private final CheckView checks;
    private final RuleSets ruleSets;
    private final Engines engines;

    AssessPlan(
            PlanStore plans,
            TargetLines lines,
            KnownFigures figures,
            TrajectoryView trajectories,
            ThresholdView thresholds,
            CheckView checks,
            RuleSets ruleSets,
            Engines engines) {
        this.plans = plans;
        this.lines = lines;
        this.figures = figures;
        this.trajectories = trajectories;
        this.thresholds = thresholds;
        this.checks = checks;
        this.ruleSets = ruleSets;
        this.engines = engines;
    }

    /** @throws Refusal {@code unknown-plan}; {@code no-threshold} before the province's first one holds */
    @Transactional(readOnly = true)
    public Assessment assess(UUID planId, LocalDate day, Aims aims) {
        return assessBy(ruleSets.inForce(planId, day), planId, day, aims);
    }

    /** The same by a rule set of one's own. @throws Refusal as {@link #assess} */
    @Transactional(readOnly = true)
    public Assessment assessBy(RuleSet ruleSet, UUID planId, LocalDate day, Aims aims) {
        return assessment(ruleSet, plans.require(planId), day, aims, find(ruleSet, planId, day, aims));
    }

    /** What is found of a target: its record, and what other cut points are laid against. */
    record Found(Explanation record, Undecided undecided) {}

    Assessment assessment(RuleSet ruleSet, Plan plan, LocalDate day, Aims aims, List<Found> found) {
        return new Assessment(
                plan,
                day,
                aims,
                Assessment.RuleSetId.of(ruleSet),
                engine(ruleSet),
                found.stream().map(Found::record).toList());
    }

    /** Which one scores by the rule set. */
    ScoringEngine.Identity engine(RuleSet ruleSet) {
        return engines.of(ruleSet).identity();
    }

    /** One for each target of the plan. @throws Refusal {@code no-threshold} */
    List<Found> find(RuleSet ruleSet, UUID plan, LocalDate day, Aims aims) {
        List<TargetLine> all = lines.of(plan, day, aims);
        return find(
                ruleSet, all, all.stream().map(line -> line.target().period()).toList(), day);
    }

    /** The same of some figures' targets: a target depends on others of its own indicator and place only. */
    List<Found> find(RuleSet ruleSet, UUID plan, LocalDate day, Aims aims, Set<FiguresOf> some) {
        return find(ruleSet, lines.of(plan, day, aims, some), lines.periods(plan), day);
    }

    /** Which figures are others when these change. */
    Set<FiguresOf> reached(Set<FiguresOf> changed) {
        return figures.reached(changed);
    }

    private List<Found> find(RuleSet ruleSet, List<TargetLine> targets, Collection<Period> periods, LocalDate day) {
        return found(ruleSet, engines.of(ruleSet), assessed(targets, periods, day), day);
    }

    /** A plan's targets with all that rules may ask of them, for whoever lets more than one rule set decide. */
    List<Assessed> assessed(UUID plan, LocalDate day, Aims aims) {
        List<TargetLine> all = lines.of(plan, day, aims);
        return assessed(all, all.stream().map(line -> line.target().period()).toList(), day);
    }

    private List<Assessed> assessed(List<TargetLine> targets, Collection<Period> periods, LocalDate day) {
        KnownFigures.Known known = figures.of(targets, periods, day);
        Map<UUID, Trajectory> paths = trajectories.inForce(
                targets.stream().map(line -> line.target().id()).toList(), day);
        Map<Subject, List<TargetLine>> ofSubject =
                targets.stream().collect(Collectors.groupingBy(line -> Subject.of(line.target())));
        InForce province = thresholds.all().on(day);
        CheckSettings limits = checks.all();
        List<Assessed> assessed = new ArrayList<>();
        for (TargetLine line : targets) {
            Threshold threshold =
                    inForce(province, line.indicator().code(), line.target().area(), day);
            List<TargetLine> beside = ofSubject.getOrDefault(Subject.of(line.target()), List.of());
            List<Observation> vintages = isMeasuredWithItsWhole(line, beside) ? List.of() : known.of(line);
            Trajectory path = paths.get(line.target().id());
            assessed.add(assessed(line, threshold, path, vintages, beside, limits, day));
        }
        return assessed;
    }

    static List<Found> found(RuleSet ruleSet, ScoringEngine engine, List<Assessed> assessed, LocalDate day) {
        List<Verdict> verdicts =
                engine.score(ruleSet, assessed.stream().map(Assessed::facts).toList());
        Explanation.Made made = Explanation.Made.of(day, ruleSet, engine.identity(), FEATURE_CODE);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < assessed.size(); i++) {
            Assessed one = assessed.get(i);
            found.add(new Found(Explain.of(one, verdicts.get(i), ruleSet, made), one.undecided()));
        }
        return found;
    }

    /** @throws Refusal {@code no-threshold} */
    static Threshold inForce(InForce province, String indicator, UUID area, LocalDate day) {
        return province.of(indicator, area).orElseThrow(() -> Refusal.invalid("no-threshold", "asOf", "day", day));
    }

    /** @param beside the targets of its subject, itself among them */
    private static Assessed assessed(
            TargetLine line,
            Threshold threshold,
            @Nullable Trajectory path,
            List<Observation> vintages,
            List<TargetLine> beside,
            CheckSettings limits,
            LocalDate day) {
        Yardstick yardstick = threshold.cutPoints().yardstick();
        Features features = Features.of(line, path, vintages, yardstick, day);
        return new Assessed(
                line,
                threshold,
                features,
                Signals.of(
                        line,
                        features.reading(),
                        vintages,
                        beside,
                        yardstick,
                        limits.inForce(line.indicator(), day),
                        day),
                beside.stream().anyMatch(AssessPlan::isLeftOpen));
    }

    /** Whether the province chooses how its words are held against figures. */
    private static boolean isLeftOpen(TargetLine line) {
        return switch (line.revision().aim().comparator()) {
            case NEAR, ABOUT, RANGE, AT_MOST, LESS_THAN -> true;
            case AT_LEAST, MORE_THAN, RANK_AT_MOST, K_OF_N, ALL_OF, INCREMENT, YES_NO, BEFORE_DATE, NONE_LEFT -> false;
        };
    }

    /** Figures are of places and parts of the people, not of units: those of the whole are not what one unit did of it. */
    private static boolean isMeasuredWithItsWhole(TargetLine part, List<TargetLine> beside) {
        Target target = part.target();
        return target.assignedTo() != null
                && beside.stream().anyMatch(whole -> whole.target().id().equals(target.parent()));
    }

    /**
     * A target with what was computed of it.
     *
     * @param open whether another yardstick may give something else
     */
    record Assessed(TargetLine line, Threshold threshold, Features features, Signals signals, boolean open) {

        Undecided undecided() {
            return features.undecided(signals, open ? threshold.cutPoints().yardstick() : null);
        }

        TargetFacts facts() {
            return undecided().facts(line.target().id(), threshold.cutPoints());
        }
    }
}
