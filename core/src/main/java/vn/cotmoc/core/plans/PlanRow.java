package vn.cotmoc.core.plans;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;

@MappedEntity("plan")
record PlanRow(
        @TenantId @Nullable String tenantId,
        @Id UUID planId,
        String period,
        String title,
        String status,
        int version,
        Instant recordedAt,
        String recordedBy) {

    Plan toPlan() {
        return new Plan(planId, Period.parse(period), title, Coded.read(PlanStatus.class, status), version);
    }
}
