package vn.cotmoc.core.thresholds;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.targets.CeilingIndex;
import vn.cotmoc.core.targets.RangeMet;

@MappedEntity("threshold")
record ThresholdRow(
        @TenantId @Nullable String tenantId,
        @Id UUID thresholdId,
        boolean national,
        @Nullable String indicatorCode,
        @Nullable UUID areaId,
        int version,
        BigDecimal exceededFrom,
        BigDecimal nearlyFrom,
        BigDecimal onTrackFrom,
        BigDecimal behindFrom,
        BigDecimal tolerance,
        BigDecimal likelyFrom,
        BigDecimal openFrom,
        int staleFrom,
        String rangeMet,
        String ceilingIndex,
        boolean withdrawn,
        LocalDate validFrom,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    static ThresholdRow of(Threshold threshold) {
        CutPoints cut = threshold.cutPoints();
        return new ThresholdRow(
                null,
                threshold.id(),
                threshold.scope() instanceof Scope.Nation,
                threshold.scope().indicator(),
                threshold.scope().area(),
                threshold.version(),
                cut.exceededFrom(),
                cut.nearlyFrom(),
                cut.onTrackFrom(),
                cut.behindFrom(),
                cut.tolerance(),
                cut.likelyFrom(),
                cut.openFrom(),
                cut.staleFrom(),
                cut.rangeMet().code(),
                cut.ceilingIndex().code(),
                threshold.withdrawn(),
                threshold.validFrom(),
                threshold.reason(),
                threshold.recordedAt(),
                threshold.recordedBy());
    }

    Threshold toThreshold() {
        return new Threshold(
                thresholdId,
                national ? Scope.NATION : Scope.own(indicatorCode, areaId),
                version,
                new CutPoints(
                        exceededFrom,
                        nearlyFrom,
                        onTrackFrom,
                        behindFrom,
                        tolerance,
                        likelyFrom,
                        openFrom,
                        staleFrom,
                        Coded.read(RangeMet.class, rangeMet),
                        Coded.read(CeilingIndex.class, ceilingIndex)),
                withdrawn,
                validFrom,
                reason,
                recordedAt,
                recordedBy);
    }
}
