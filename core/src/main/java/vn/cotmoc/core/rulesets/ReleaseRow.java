package vn.cotmoc.core.rulesets;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("rule_release")
record ReleaseRow(
        @TenantId @Nullable String tenantId,
        @Id UUID releaseId,
        String ruleSetId,
        int number,
        String setVersion,
        String sha256,
        LocalDate validFrom,
        @Nullable UUID draftId,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    static ReleaseRow of(Release release) {
        return new ReleaseRow(
                null,
                release.id(),
                release.ruleSet(),
                release.number(),
                release.setVersion(),
                release.sha256(),
                release.validFrom(),
                release.draft(),
                release.reason(),
                release.recordedAt(),
                release.recordedBy());
    }

    Release toRelease() {
        return new Release(
                releaseId, ruleSetId, number, setVersion, sha256, validFrom, draftId, reason, recordedAt, recordedBy);
    }
}
