package vn.cotmoc.core.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("change")
record ChangeRow(
        @TenantId @Nullable String tenantId,
        @Id UUID changeId,
        Instant madeAt,
        String madeBy,
        String act,
        String subject,
        String subjectKey,
        @Nullable String was,
        @Nullable String became,
        @Nullable String instrument) {}
