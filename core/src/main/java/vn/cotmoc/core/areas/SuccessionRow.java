package vn.cotmoc.core.areas;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("succession")
record SuccessionRow(
        @TenantId @Nullable String tenantId,
        @Id UUID successionId,
        String kind,
        LocalDate effectiveOn,
        String source,
        Instant recordedAt,
        String recordedBy) {

    static SuccessionRow of(Succession succession) {
        return new SuccessionRow(
                null,
                succession.id(),
                succession.kind().code(),
                succession.on(),
                succession.source(),
                succession.recordedAt(),
                succession.recordedBy());
    }
}
