package vn.cotmoc.core.trajectories;

import jakarta.inject.Singleton;
import java.util.List;
import vn.cotmoc.core.audit.Trail;

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

    void append(Trajectory trajectory) {
        TrajectoryRow row = TrajectoryRow.of(trajectory);
        trajectories.save(row);
        String key = trajectory.target() + "/" + trajectory.version();
        trail.added(key, row, trajectory.source());
        List<Checkpoint> given = trajectory.checkpoints();
        for (int position = 1; position <= given.size(); position++) {
            CheckpointRow checkpoint = CheckpointRow.of(trajectory, position, given.get(position - 1));
            checkpoints.save(checkpoint);
            trail.added(key + "/" + position, checkpoint);
        }
    }
}
