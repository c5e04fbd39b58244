package vn.cotmoc.core.evidence;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;

@MappedEntity("evidence")
record EvidenceRow(
        @TenantId @Nullable String tenantId,
        @Id UUID evidenceId,
        @Nullable UUID observationId,
        @Nullable UUID instrumentId,
        @Nullable UUID caseId,
        String name,
        String fileType,
        long bytes,
        String sha256,
        Instant recordedAt,
        String recordedBy) {

    static EvidenceRow of(Evidence evidence) {
        UUID about = evidence.about().id();
        return new EvidenceRow(
                null,
                evidence.id(),
                evidence.about() instanceof About.Figure ? about : null,
                evidence.about() instanceof About.Paper ? about : null,
                evidence.about() instanceof About.Explanation ? about : null,
                evidence.name(),
                evidence.type().code(),
                evidence.bytes(),
                evidence.sha256(),
                evidence.recordedAt(),
                evidence.recordedBy());
    }

    Evidence toEvidence() {
        return new Evidence(
                evidenceId, about(), name, Coded.read(FileType.class, fileType), bytes, sha256, recordedAt, recordedBy);
    }

    private About about() {
        if (observationId != null) {
            return new About.Figure(observationId);
        }
        return instrumentId != null
                ? new About.Paper(instrumentId)
                : new About.Explanation(Objects.requireNonNull(caseId));
    }
}
