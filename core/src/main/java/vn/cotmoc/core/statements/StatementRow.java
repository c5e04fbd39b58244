package vn.cotmoc.core.statements;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("statement")
record StatementRow(
        @TenantId @Nullable String tenantId,
        @Id String code,
        String kind,
        String quote,
        String source,
        @Nullable String note,
        @Nullable String period,
        @Nullable UUID planId,
        @Nullable UUID targetId,
        @Nullable Integer revision,
        @Nullable UUID observationId,
        int version,
        Instant recordedAt,
        String recordedBy) {}
