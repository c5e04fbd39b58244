package vn.cotmoc.core.trajectories;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.checks.CheckSettings;
import vn.cotmoc.core.checks.CheckView;
import vn.cotmoc.core.checks.Checks;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.indicators.Restatement;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.subgroups.SubgroupStore;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.DecisionDay;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.TargetStore;

/** Appends a version of a target's expected path; what was expected before stays readable and still rates earlier days. */
@Singleton
public class SetTrajectory {

    private final TargetStore targets;
    private final PlanStore plans;
    private final IndicatorStore indicators;
    private final AreaView areas;
    private final SubgroupStore parts;
    private final CheckView checks;
    private final TrajectoryStore store;
    private final TrajectoryView view;
    private final CurrentActor actor;
    private final Clock clock;

    SetTrajectory(
            TargetStore targets,
            PlanStore plans,
            IndicatorStore indicators,
            AreaView areas,
            SubgroupStore parts,
            CheckView checks,
            TrajectoryStore store,
            TrajectoryView view,
            CurrentActor actor,
            Clock clock) {
        this.targets = targets;
        this.plans = plans;
        this.indicators = indicators;
        this.areas = areas;
        this.parts = parts;
        this.checks = checks;
        this.store = store;
        this.view = view;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param expectedVersion the newest version that the author has seen; 0 if there was none
     * @param checkpoints all of them, for a version replaces the one before; none takes the path back
     */
    public record Command(
            UUID target,
            int expectedVersion,
            List<Given> checkpoints,
            String source,
            String reason,
            @Nullable LocalDate decidedOn) {}

    /**
     * A checkpoint as its author gives it; what is null is the target's own.
     *
     * @param unit as the author understands it; the indicator's, or one that converts exactly
     */
    public record Given(
            Scenario scenario,
            @Nullable String indicator,
            @Nullable UUID area,
            @Nullable String subgroup,
            Period period,
            Amount amount,
            String unit) {}

    /**
     * @throws Refusal {@code unknown-target}, {@code target-withdrawn}, {@code trajectory-changed}, {@code plan-closed}, {@code trajectory-condition} for
     *     a target that has no amount, {@code decided-ahead}, {@code decided-before}; at the checkpoint's place
     *     {@code unknown-indicator}, {@code indicator-retired}, {@code unit-mismatch}, {@code unknown-area},
     *     {@code checkpoint-outside} the target's period, {@code checkpoint-repeated}, {@code scenario-crossed},
     *     {@code checkpoint-falls} where a total to date is less than one of fewer months; {@code figure-below-lowest},
     *     {@code figure-above-highest}, {@code figure-not-whole} for an amount that cannot be
     */
    @Transactional
    public Trajectory set(Command command) {
        Target target = targets.requireInForce(command.target());
        List<Trajectory> before = view.history(target.id());
        int newest = before.isEmpty() ? 0 : before.getLast().version();
        if (newest != command.expectedVersion()) {
            throw changed(newest);
        }
        plans.requireOpen(target.plan());
        refuseCondition(targets.revisions(target.id()).getLast().aim());
        DecisionDay.require(
                command.decidedOn(), DecisionDay.newest(before.stream().map(Trajectory::decidedOn)), clock);
        Trajectory trajectory = new Trajectory(
                target.id(),
                newest + 1,
                checkpoints(target, command.checkpoints()),
                command.source(),
                command.reason(),
                command.decidedOn(),
                clock.instant(),
                actor.username());
        try {
            store.append(target, before.isEmpty() ? null : before.getLast(), trajectory);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? changed(newest + 1) : failure;
        }
        return trajectory;
    }

    private List<Checkpoint> checkpoints(Target target, List<Given> given) {
        Scenarios scenarios = new Scenarios();
        Course course = new Course();
        Function<Indicator, Limits> limits = limits();
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Given one = given.get(i);
            String at = "/checkpoints/" + i;
            if (!target.period().contains(one.period())) {
                throw Refusal.invalid(
                        "checkpoint-outside", at + "/period", "period", one.period(), "target", target.period());
            }
            Indicator indicator = indicators.requireInUse(
                    Objects.requireNonNullElse(one.indicator(), target.indicator()), at + "/indicator");
            Checkpoint checkpoint = new Checkpoint(
                    one.scenario(),
                    indicator.code(),
                    one.area() == null ? target.area() : areas.resolve(one.area(), at + "/area"),
                    one.subgroup() == null ? target.subgroup() : parts.spell(one.subgroup()),
                    one.period(),
                    Restatement.into(indicator, one.amount(), one.unit(), at + "/unit"));
            Limits bounds = limits.apply(indicator);
            Checks.impossible(indicator, checkpoint.period(), checkpoint.amount(), bounds)
                    .ifPresent(warning -> {
                        throw warning.refusal(indicator.code(), at + "/amount");
                    });
            scenarios.add(checkpoint, indicator.direction(), at);
            course.add(checkpoint, indicator, bounds, at);
            checkpoints.add(checkpoint);
        }
        return checkpoints;
    }

    private Function<Indicator, Limits> limits() {
        CheckSettings settings = checks.all();
        LocalDate today = LocalDate.now(clock);
        return indicator -> settings.inForce(indicator, today);
    }

    /** What each scenario expects to date. Where nothing can be below zero, more months never make less. */
    private static final class Course {

        private record Strand(Checkpoint.Subject subject, Scenario scenario) {}

        private final Map<Strand, List<Checkpoint>> given = new HashMap<>();

        void add(Checkpoint checkpoint, Indicator indicator, Limits limits, String at) {
            Amount lowest = limits.lowest();
            boolean grows = indicator.summation().inTime() == InTime.SUM
                    && lowest != null
                    && lowest.value().signum() >= 0
                    && checkpoint.period().isToDate()
                    && !checkpoint.period().isTerm();
            if (!grows) {
                return;
            }
            List<Checkpoint> others = given.computeIfAbsent(
                    new Strand(checkpoint.subject(), checkpoint.scenario()), strand -> new ArrayList<>());
            others.stream()
                    .filter(other -> falls(checkpoint, other) || falls(other, checkpoint))
                    .findFirst()
                    .ifPresent(other -> {
                        throw Refusal.invalid(
                                "checkpoint-falls",
                                at + "/amount",
                                "period",
                                checkpoint.period(),
                                "amount",
                                checkpoint.amount(),
                                "other",
                                other.period(),
                                "otherAmount",
                                other.amount());
                    });
            others.add(checkpoint);
        }

        private static boolean falls(Checkpoint longer, Checkpoint shorter) {
            return longer.period().contains(shorter.period()) && longer.amount().compareTo(shorter.amount()) < 0;
        }
    }

    /** What the scenarios expect of the same months of the same thing: low is no better than base, base no better than high. */
    private static final class Scenarios {

        private record Months(Checkpoint.Subject subject, Period period) {}

        private final Map<Months, EnumMap<Scenario, Amount>> given = new HashMap<>();

        void add(Checkpoint checkpoint, Direction direction, String at) {
            EnumMap<Scenario, Amount> others = given.computeIfAbsent(
                    new Months(checkpoint.subject(), checkpoint.period()), months -> new EnumMap<>(Scenario.class));
            others.forEach((scenario, amount) -> {
                if (scenario == checkpoint.scenario()) {
                    throw Refusal.invalid(
                            "checkpoint-repeated", at + "/period", "period", checkpoint.period(), "scenario", scenario);
                }
                if (crossed(checkpoint, scenario, amount, direction)) {
                    throw Refusal.invalid(
                            "scenario-crossed",
                            at + "/amount",
                            "scenario",
                            checkpoint.scenario(),
                            "amount",
                            checkpoint.amount(),
                            "other",
                            scenario,
                            "otherAmount",
                            amount,
                            "period",
                            checkpoint.period());
                }
            });
            others.put(checkpoint.scenario(), checkpoint.amount());
        }

        private static boolean crossed(Checkpoint checkpoint, Scenario other, Amount otherAmount, Direction direction) {
            int better = switch (direction) {
                case HIGHER_IS_BETTER -> 1;
                case LOWER_IS_BETTER -> -1;
                case NEUTRAL -> 0;
            };
            int scenarios = Integer.signum(checkpoint.scenario().compareTo(other));
            int amounts = Integer.signum(checkpoint.amount().compareTo(otherAmount)) * better;
            return scenarios * amounts < 0;
        }
    }

    private static void refuseCondition(Aim aim) {
        Comparator comparator = aim.comparator();
        if (comparator == Comparator.YES_NO || comparator == Comparator.BEFORE_DATE) {
            throw Refusal.conflict("trajectory-condition", "comparator", comparator);
        }
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("trajectory-changed", "version", newest);
    }
}
