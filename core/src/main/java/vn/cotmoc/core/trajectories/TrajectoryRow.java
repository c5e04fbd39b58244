package vn.cotmoc.core.trajectories;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("trajectory")
record TrajectoryRow(
        @TenantId @Nullable String tenantId,
        @EmbeddedId Key key,
        String source,
        String reason,
        @Nullable LocalDate decidedOn,
        Instant recordedAt,
        String recordedBy) {

    @Embeddable
    record Key(
            @MappedProperty("target_id") UUID targetId,
            @MappedProperty("version") int version) {}

    static TrajectoryRow of(Trajectory trajectory) {
        return new TrajectoryRow(
                null,
                new Key(trajectory.target(), trajectory.version()),
                trajectory.source(),
                trajectory.reason(),
                trajectory.decidedOn(),
                trajectory.recordedAt(),
                trajectory.recordedBy());
    }
}
