package vn.cotmoc.core.scoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.checks.CheckSettings;
import vn.cotmoc.core.checks.CheckView;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.thresholds.CutPoints;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.thresholds.ThresholdView;
import vn.cotmoc.core.thresholds.Thresholds;
import vn.cotmoc.core.trajectories.Trajectory;
import vn.cotmoc.core.trajectories.TrajectoryView;

/** Assesses a plan as of a day, from the vintages, revisions, trajectories, thresholds and checks of that day. It writes nothing. */
@Singleton
public class AssessPlan {

    /**
     * Version of the code that computes facts, signals and what sentences name from figures: {@link Features}, {@link Signals}, {@link
     * Sentences} and what they stand on. Whoever changes what it computes raises it; the golden runs tell.
     */
    public static final int FEATURE_CODE = 2;

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
        Plan plan = plans.require(planId);
        List<TargetLine> targets = lines.of(plan.id(), day, aims);
        return assess(ruleSet, plan, day, aims, targets, targets, List.of());
    }

    /**
     * The same as {@link #assessBy}, where nothing changed since an earlier assessment but figures: what these do not reach is
     * taken from there, unless the rules or the code are others.
     *
     * @param changed the indicators whose figures did
     * @throws Refusal as {@link #assess}
     */
    @Transactional(readOnly = true)
    public Assessment reassess(RuleSet ruleSet, Assessment earlier, Set<String> changed) {
        LocalDate day = earlier.asOf();
        if (!earlier.isBy(ruleSet, engines.of(ruleSet).identity())) {
            return assessBy(ruleSet, earlier.plan().id(), day, earlier.aims());
        }
        Plan plan = plans.require(earlier.plan().id());
        List<TargetLine> targets = lines.of(plan.id(), day, earlier.aims());
        Set<String> reached = figures.reached(
                targets.stream().map(line -> line.indicator().code()).collect(Collectors.toSet()), changed);
        Map<Boolean, List<TargetLine>> again = targets.stream()
                .collect(Collectors.partitioningBy(
                        line -> reached.contains(line.indicator().code())));
        Set<UUID> untouched = again.getOrDefault(false, List.of()).stream()
                .map(line -> line.target().id())
                .collect(Collectors.toSet());
        List<Explanation> kept = earlier.targets().stream()
                .filter(target -> untouched.contains(target.id()))
                .toList();
        return assess(ruleSet, plan, day, earlier.aims(), targets, again.getOrDefault(true, List.of()), kept);
    }

    /** @param some of the targets, which are computed; @param kept what is known of the others */
    private Assessment assess(
            RuleSet ruleSet,
            Plan plan,
            LocalDate day,
            Aims aims,
            List<TargetLine> targets,
            List<TargetLine> some,
            List<Explanation> kept) {
        KnownFigures.Known known = figures.of(some, targets, day);
        Map<UUID, Trajectory> paths = trajectories.inForce(
                some.stream().map(line -> line.target().id()).toList(), day);
        Thresholds province = thresholds.all();
        CheckSettings limits = checks.all();
        ScoringEngine engine = engines.of(ruleSet);
        List<Assessed> assessed = new ArrayList<>();
        for (TargetLine line : some) {
            Threshold threshold = province.inForce(
                            line.indicator().code(), line.target().area(), day)
                    .orElseThrow(() -> Refusal.invalid("no-threshold", "asOf", "day", day));
            List<Observation> vintages = isMeasuredWithItsWhole(line, targets) ? List.of() : known.of(line);
            Trajectory path = paths.get(line.target().id());
            assessed.add(assessed(line, threshold, path, vintages, targets, limits, day));
        }
        List<Verdict> verdicts =
                engine.score(ruleSet, assessed.stream().map(Assessed::facts).toList());
        Explanation.Made made = Explanation.Made.of(day, ruleSet, engine.identity(), FEATURE_CODE);
        List<Explanation> explanations = new ArrayList<>(kept);
        for (int i = 0; i < assessed.size(); i++) {
            explanations.add(Explain.of(assessed.get(i), verdicts.get(i), ruleSet, made));
        }
        return new Assessment(plan, day, aims, Assessment.RuleSetId.of(ruleSet), engine.identity(), explanations);
    }

    private static Assessed assessed(
            TargetLine line,
            Threshold threshold,
            @Nullable Trajectory path,
            List<Observation> vintages,
            List<TargetLine> targets,
            CheckSettings limits,
            LocalDate day) {
        CutPoints cutPoints = threshold.cutPoints();
        Features features = Features.of(line, path, vintages, cutPoints, day);
        return new Assessed(
                line,
                threshold,
                features,
                Signals.of(
                        line,
                        features.reading(),
                        vintages,
                        targets,
                        cutPoints,
                        limits.inForce(line.indicator(), day),
                        day));
    }

    /** Figures are of places and parts of the people, not of units: those of the whole are not what one unit did of it. */
    private static boolean isMeasuredWithItsWhole(TargetLine part, List<TargetLine> targets) {
        Target target = part.target();
        return target.assignedTo() != null
                && targets.stream()
                        .map(TargetLine::target)
                        .anyMatch(whole -> whole.id().equals(target.parent())
                                && whole.area().equals(target.area())
                                && whole.subgroup().equals(target.subgroup()));
    }

    /** A target with what was computed of it. */
    record Assessed(TargetLine line, Threshold threshold, Features features, Signals signals) {

        TargetFacts facts() {
            return features.facts(line, signals, threshold.cutPoints());
        }
    }
}
