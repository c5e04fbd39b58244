package vn.cotmoc.core.plans;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;

@MappedEntity("plan_step")
record StepRow(
        @TenantId @Nullable String tenantId,
        @EmbeddedId Key key,
        String status,
        @Nullable UUID instrumentId,
        LocalDate decidedOn,
        @Nullable String reason,
        Instant recordedAt,
        String recordedBy) {

    @Embeddable
    record Key(
            @MappedProperty("plan_id") UUID planId,
            @MappedProperty("step") int step) {}

    static StepRow of(UUID plan, PlanStep step) {
        return new StepRow(
                null,
                new Key(plan, step.number()),
                step.status().code(),
                step.instrument(),
                step.decidedOn(),
                step.reason(),
                step.recordedAt(),
                step.recordedBy());
    }

    PlanStep toStep() {
        return new PlanStep(
                key.step(),
                Coded.read(PlanStatus.class, status),
                instrumentId,
                decidedOn,
                reason,
                recordedAt,
                recordedBy);
    }
}
