package vn.cotmoc.core.trajectories;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.targets.Target;

/** The trajectories of the current province's targets; versions are only ever added. */
@Singleton
class TrajectoryStore {

    private final TrajectoryRows trajectories;
    private final CheckpointRows checkpoints;
    private final Trail trail;

    TrajectoryStore(TrajectoryRows trajectories, CheckpointRows checkpoints, Trail trail) {
        this.trajectories = trajectories;
        this.checkpoints = checkpoints;
        this.trail = trail;
    }

    /** @param before what it replaces; null for the first one */
    void append(Target target, @Nullable Trajectory before, Trajectory trajectory) {
        trajectories.save(TrajectoryRow.of(trajectory));
        List<Checkpoint> given = trajectory.checkpoints();
        for (int position = 1; position <= given.size(); position++) {
            checkpoints.save(CheckpointRow.of(trajectory, position, given.get(position - 1)));
        }
        trail.appended(
                "trajectory",
                target.id() + "/" + trajectory.version(),
                before == null ? Map.of() : fields(target, before),
                fields(target, trajectory),
                trajectory.source());
    }

    /** Each checkpoint is a field: one that stays as it was is no change. */
    private static Map<String, String> fields(Target target, Trajectory trajectory) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("version", Integer.toString(trajectory.version()));
        fields.put("source", trajectory.source());
        fields.put("reason", trajectory.reason());
        if (trajectory.decidedOn() != null) {
            fields.put("decidedOn", trajectory.decidedOn().toString());
        }
        for (Checkpoint checkpoint : trajectory.checkpoints()) {
            fields.put(name(target, checkpoint), checkpoint.amount().text());
        }
        return fields;
    }

    /** {@code base 2023-Q1}, and after it what is another indicator, place or part than the target's own. */
    private static String name(Target target, Checkpoint checkpoint) {
        StringJoiner name = new StringJoiner(" ");
        name.add(checkpoint.scenario().code()).add(checkpoint.period().toString());
        if (!checkpoint.indicator().equals(target.indicator())) {
            name.add(checkpoint.indicator());
        }
        if (!checkpoint.area().equals(target.area())) {
            name.add(checkpoint.area().toString());
        }
        if (!checkpoint.subgroup().equals(target.subgroup())) {
            name.add(checkpoint.subgroup().isEmpty() ? "–" : checkpoint.subgroup());
        }
        return name.toString();
    }
}
