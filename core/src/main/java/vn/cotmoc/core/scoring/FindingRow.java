package vn.cotmoc.core.scoring;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TenantId;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("finding")
record FindingRow(
        @TenantId @Nullable String tenantId,
        @EmbeddedId Key key,
        String rating,
        @Nullable BigDecimal attainment,
        @Nullable BigDecimal expected,
        String flags,
        String record) {

    @Embeddable
    record Key(
            @MappedProperty("scorecard_id") UUID scorecardId,
            @MappedProperty("target_id") UUID targetId) {}
}
