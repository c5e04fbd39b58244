package vn.cotmoc.core.trajectories;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.targets.Target;

/**
 * One version of a target's expected path.
 *
 * @param checkpoints as given; empty takes the path back, so that assumptions hold again
 * @param decidedOn null where the source states no date
 */
public record Trajectory(
        UUID target,
        int version,
        List<Checkpoint> checkpoints,
        String source,
        String reason,
        @Nullable LocalDate decidedOn,
        Instant recordedAt,
        String recordedBy) {

    /** What the base scenario expects of the target itself, by months; empty where it speaks of its parts only. */
    public SortedMap<Period, Amount> path(Target of) {
        return path(Checkpoint.Subject.of(of), Scenario.BASE);
    }

    /** What a scenario expects of one subject, by months. */
    public SortedMap<Period, Amount> path(Checkpoint.Subject subject, Scenario scenario) {
        SortedMap<Period, Amount> path = new TreeMap<>();
        for (Checkpoint checkpoint : checkpoints) {
            if (checkpoint.scenario() == scenario && checkpoint.subject().equals(subject)) {
                path.put(checkpoint.period(), checkpoint.amount());
            }
        }
        return path;
    }
}
