package vn.cotmoc.core.units;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("unit_assignment")
record AssignmentRow(
        @TenantId @Nullable String tenantId,
        @Id UUID assignmentId,
        UUID unitId,
        String indicatorCode,
        @Nullable UUID areaId,
        Instant recordedAt,
        String recordedBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy) {

    static AssignmentRow of(UUID unit, Assignment assignment) {
        return new AssignmentRow(
                null,
                assignment.id(),
                unit,
                assignment.indicator(),
                assignment.area(),
                assignment.since(),
                assignment.by(),
                null,
                null);
    }
}
