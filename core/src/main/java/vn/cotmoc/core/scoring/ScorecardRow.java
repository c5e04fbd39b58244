package vn.cotmoc.core.scoring;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("scorecard")
record ScorecardRow(
        @TenantId @Nullable String tenantId,
        @Id UUID scorecardId,
        UUID planId,
        LocalDate asOf,
        String ruleSetId,
        String ruleSetVersion,
        String ruleSetSha256,
        String engineName,
        String engineVersion,
        Instant recordedAt,
        String recordedBy,
        String aims,
        @Nullable String cause) {}
