package vn.cotmoc.core.units;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;

@MappedEntity("unit")
record UnitRow(
        @TenantId @Nullable String tenantId,
        @Id UUID unitId,
        String code,
        String nameVi,
        String nameEn,
        String kind,
        @Nullable UUID areaId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        int version,
        Instant recordedAt,
        String recordedBy) {

    static UnitRow of(Unit unit, Instant recordedAt, String recordedBy) {
        return new UnitRow(
                null,
                unit.id(),
                unit.code(),
                unit.name(),
                unit.nameEn(),
                unit.kind().code(),
                unit.area(),
                unit.validFrom(),
                unit.validTo(),
                unit.version(),
                recordedAt,
                recordedBy);
    }

    Unit toUnit() {
        return new Unit(
                unitId, code, nameVi, nameEn, Coded.read(UnitKind.class, kind), areaId, validFrom, validTo, version);
    }
}
