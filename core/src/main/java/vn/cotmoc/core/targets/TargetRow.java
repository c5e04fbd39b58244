package vn.cotmoc.core.targets;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;

@MappedEntity("target")
record TargetRow(
        @TenantId @Nullable String tenantId,
        @Id UUID targetId,
        UUID planId,
        String indicatorCode,
        UUID areaId,
        String subgroup,
        String authority,
        String period,
        String basis,
        @Nullable UUID parentId,
        @Nullable UUID unitId,
        String strictness,
        @Nullable String focus,
        @Nullable BigDecimal weight,
        @Nullable LocalDate countsFrom,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawnReason,
        @Nullable UUID withdrawnInstrumentId,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        Instant recordedAt,
        String recordedBy) {

    static TargetRow of(Target target, Instant recordedAt, String recordedBy) {
        Withdrawn withdrawn = target.withdrawn();
        return new TargetRow(
                null,
                target.id(),
                target.plan(),
                target.indicator(),
                target.area(),
                target.subgroup(),
                target.authority().code(),
                target.period().toString(),
                target.basis().code(),
                target.parent(),
                target.assignedTo(),
                target.strictness().code(),
                target.focus(),
                target.weight(),
                target.countsFrom(),
                withdrawn == null ? null : withdrawn.on(),
                withdrawn == null ? null : withdrawn.reason(),
                withdrawn == null ? null : withdrawn.instrument(),
                withdrawn == null ? null : withdrawn.at(),
                withdrawn == null ? null : withdrawn.by(),
                recordedAt,
                recordedBy);
    }

    Target toTarget() {
        return new Target(
                targetId,
                planId,
                indicatorCode,
                areaId,
                subgroup,
                Coded.read(Authority.class, authority),
                Period.parse(period),
                Coded.read(Basis.class, basis),
                parentId,
                unitId,
                Coded.read(Strictness.class, strictness),
                focus,
                weight,
                countsFrom,
                withdrawnReason == null || withdrawnAt == null || withdrawnBy == null
                        ? null
                        : new Withdrawn(withdrawnOn, withdrawnReason, withdrawnInstrumentId, withdrawnAt, withdrawnBy));
    }
}
