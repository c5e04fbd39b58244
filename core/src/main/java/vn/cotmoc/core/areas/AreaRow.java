package vn.cotmoc.core.areas;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("area")
record AreaRow(
        @TenantId @Nullable String tenantId,
        @Id UUID areaId,
        @Nullable UUID parentId,
        String level,
        String code,
        String name,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String source,
        @Nullable UUID wasId,
        int version,
        @Nullable Instant recordedAt,
        @Nullable String recordedBy) {

    /** @param was the area that bore this name and code before; else null */
    static AreaRow of(Area area, @Nullable UUID was, Instant recordedAt, String recordedBy) {
        return new AreaRow(
                null,
                area.id(),
                area.parent(),
                area.level(),
                area.code(),
                area.name(),
                area.validFrom(),
                area.validTo(),
                area.source(),
                was,
                area.version(),
                recordedAt,
                recordedBy);
    }

    Area toArea() {
        return new Area(areaId, parentId, name, level, code, validFrom, validTo, source, version);
    }
}
