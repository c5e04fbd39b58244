package vn.cotmoc.core.observations;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("observation")
record ObservationRow(
        @TenantId @Nullable String tenantId,
        @Id UUID observationId,
        String indicatorCode,
        UUID areaId,
        String subgroup,
        String period,
        LocalDate periodEnds,
        String calendar,
        String status,
        BigDecimal amount,
        LocalDate knownOn,
        boolean knownOnStated,
        String source,
        @Nullable String note,
        @Nullable BigDecimal reportedAmount,
        @Nullable String reportedUnit,
        Instant recordedAt,
        String recordedBy) {

    static ObservationRow of(Observation observation) {
        return new ObservationRow(
                null,
                observation.id(),
                observation.indicator(),
                observation.area(),
                observation.subgroup(),
                observation.period().toString(),
                observation.calendar().lastDay(observation.period()),
                observation.calendar().code(),
                observation.status().code(),
                observation.amount().value(),
                observation.knownOn(),
                observation.knownOnStated(),
                observation.source(),
                observation.note(),
                observation.reported() == null
                        ? null
                        : observation.reported().amount().value(),
                observation.reported() == null ? null : observation.reported().unit(),
                observation.recordedAt(),
                observation.recordedBy());
    }
}
