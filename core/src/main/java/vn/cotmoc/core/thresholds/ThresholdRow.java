package vn.cotmoc.core.thresholds;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("threshold")
record ThresholdRow(
        @TenantId @Nullable String tenantId,
        @Id UUID thresholdId,
        @Nullable String indicatorCode,
        int version,
        BigDecimal exceededFrom,
        BigDecimal nearlyFrom,
        BigDecimal onTrackFrom,
        BigDecimal behindFrom,
        BigDecimal tolerance,
        LocalDate validFrom,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    static ThresholdRow of(Threshold threshold) {
        CutPoints cut = threshold.cutPoints();
        return new ThresholdRow(
                null,
                threshold.id(),
                threshold.indicator(),
                threshold.version(),
                cut.exceededFrom(),
                cut.nearlyFrom(),
                cut.onTrackFrom(),
                cut.behindFrom(),
                cut.tolerance(),
                threshold.validFrom(),
                threshold.reason(),
                threshold.recordedAt(),
                threshold.recordedBy());
    }

    Threshold toThreshold() {
        return new Threshold(
                thresholdId,
                indicatorCode,
                version,
                new CutPoints(exceededFrom, nearlyFrom, onTrackFrom, behindFrom, tolerance),
                validFrom,
                reason,
                recordedAt,
                recordedBy);
    }
}
