package vn.cotmoc.core.rulesets;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("release_seal")
record SealRow(@TenantId @Nullable String tenantId, @Id UUID releaseId, String seal, Instant recordedAt) {}
