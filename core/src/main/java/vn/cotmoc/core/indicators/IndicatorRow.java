package vn.cotmoc.core.indicators;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;

@MappedEntity("indicator")
record IndicatorRow(
        @TenantId @Nullable String tenantId,
        @Id String code,
        @Nullable String nationalCode,
        String nameVi,
        String nameEn,
        String unitVi,
        String unitEn,
        int decimals,
        String direction,
        String kind,
        String groupCode,
        String cadence,
        String definition,
        String source,
        Instant recordedAt,
        String recordedBy) {

    static IndicatorRow of(Indicator indicator, Instant recordedAt, String recordedBy) {
        return new IndicatorRow(
                null,
                indicator.code(),
                indicator.nationalCode(),
                indicator.name(),
                indicator.nameEn(),
                indicator.unit(),
                indicator.unitEn(),
                indicator.decimals(),
                indicator.direction().code(),
                indicator.kind().code(),
                indicator.group(),
                indicator.cadence(),
                indicator.definition(),
                indicator.source(),
                recordedAt,
                recordedBy);
    }

    Indicator toIndicator() {
        return new Indicator(
                code,
                nationalCode,
                nameVi,
                nameEn,
                unitVi,
                unitEn,
                decimals,
                Coded.read(Direction.class, direction),
                Coded.read(MeasureKind.class, kind),
                groupCode,
                cadence,
                definition,
                source);
    }
}
