package vn.cotmoc.core.trajectories;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("checkpoint")
record CheckpointRow(
        @TenantId @Nullable String tenantId,
        @EmbeddedId Key key,
        String scenario,
        String indicatorCode,
        UUID areaId,
        String subgroup,
        String period,
        BigDecimal amount,
        Instant recordedAt,
        String recordedBy) {

    @Embeddable
    record Key(
            @MappedProperty("target_id") UUID targetId,
            @MappedProperty("version") int version,
            @MappedProperty("position") int position) {}

    /** @param position 1, 2, … as given */
    static CheckpointRow of(Trajectory trajectory, int position, Checkpoint checkpoint) {
        return new CheckpointRow(
                null,
                new Key(trajectory.target(), trajectory.version(), position),
                checkpoint.scenario().code(),
                checkpoint.indicator(),
                checkpoint.area(),
                checkpoint.subgroup(),
                checkpoint.period().toString(),
                checkpoint.amount().value(),
                trajectory.recordedAt(),
                trajectory.recordedBy());
    }
}
