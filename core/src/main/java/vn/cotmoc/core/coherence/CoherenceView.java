package vn.cotmoc.core.coherence;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.indicators.Summation;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.scoring.TargetLines;
import vn.cotmoc.core.trajectories.Checkpoint;
import vn.cotmoc.core.trajectories.Trajectory;
import vn.cotmoc.core.trajectories.TrajectoryView;

/** What of a plan does not go together, as of a day. */
@Singleton
public class CoherenceView {

    private final PlanStore plans;
    private final TargetLines lines;
    private final TrajectoryView trajectories;
    private final IndicatorView indicators;
    private final ObservationView observations;

    CoherenceView(
            PlanStore plans,
            TargetLines lines,
            TrajectoryView trajectories,
            IndicatorView indicators,
            ObservationView observations) {
        this.plans = plans;
        this.lines = lines;
        this.trajectories = trajectories;
        this.indicators = indicators;
        this.observations = observations;
    }

    /** @throws Refusal {@code unknown-plan} */
    @Transactional(readOnly = true)
    public List<Finding> of(UUID planId, LocalDate day) {
        UUID plan = plans.require(planId).id();
        List<TargetLine> targets = lines.all(day);
        Map<UUID, Trajectory> paths = trajectories.inForce(
                targets.stream().map(line -> line.target().id()).toList(), day);
        Set<String> denominators = targets.stream()
                .flatMap(line -> line.indicator().summation().parts().stream())
                .map(Summation.Parts::denominator)
                .collect(Collectors.toSet());
        Set<String> codes = new HashSet<>(denominators);
        paths.values().stream()
                .flatMap(path -> path.checkpoints().stream())
                .map(Checkpoint::indicator)
                .forEach(codes::add);
        return Coherence.of(new Book(
                plan,
                targets,
                paths,
                indicators.of(codes).stream().collect(Collectors.toMap(Indicator::code, indicator -> indicator)),
                totals(denominators, targets, day)));
    }

    private List<Observation> totals(Set<String> denominators, List<TargetLine> targets, LocalDate day) {
        return targets.stream()
                .map(line -> line.target().period().firstDay())
                .min(Comparator.naturalOrder())
                .map(first -> observations.knownOn(day, denominators, first.minusYears(Counts.TOTALS_LAST), day))
                .orElse(List.of());
    }
}
