package vn.cotmoc.core.charges;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("target_charge")
record ChargeRow(
        @TenantId @Nullable String tenantId,
        @EmbeddedId Key key,
        UUID ownerUnitId,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    @Embeddable
    record Key(
            @MappedProperty("target_id") UUID targetId,
            @MappedProperty("charge") int charge) {}
}
