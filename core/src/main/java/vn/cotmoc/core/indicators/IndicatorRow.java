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
        @Nullable String timeAggregation,
        String areaAggregation,
        @Nullable String numeratorCode,
        @Nullable String denominatorCode,
        String priceBasis,
        @Nullable String formula,
        String groupCode,
        @Nullable String leadUnit,
        String cadence,
        @Nullable String proxyCode,
        String definition,
        String source,
        boolean retired,
        int version,
        Instant recordedAt,
        String recordedBy) {

    static IndicatorRow of(Indicator indicator, Instant recordedAt, String recordedBy) {
        Summation summation = indicator.summation();
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
                summation.inTime().code(),
                summation.overAreas().code(),
                summation.parts().map(Summation.Parts::numerator).orElse(null),
                summation.parts().map(Summation.Parts::denominator).orElse(null),
                indicator.priceBasis().code(),
                indicator.formula() == null ? null : indicator.formula().toString(),
                indicator.group(),
                indicator.leadUnit(),
                indicator.cadence().code(),
                indicator.proxy(),
                indicator.definition(),
                indicator.source(),
                indicator.retired(),
                indicator.version(),
                recordedAt,
                recordedBy);
    }

    /** An update writes every column, the province's own among them. */
    IndicatorRow of(@Nullable String tenant) {
        return new IndicatorRow(
                tenant,
                code,
                nationalCode,
                nameVi,
                nameEn,
                unitVi,
                unitEn,
                decimals,
                direction,
                kind,
                timeAggregation,
                areaAggregation,
                numeratorCode,
                denominatorCode,
                priceBasis,
                formula,
                groupCode,
                leadUnit,
                cadence,
                proxyCode,
                definition,
                source,
                retired,
                version,
                recordedAt,
                recordedBy);
    }

    Indicator toIndicator() {
        MeasureKind measured = Coded.read(MeasureKind.class, kind);
        return new Indicator(
                code,
                nationalCode,
                nameVi,
                nameEn,
                unitVi,
                unitEn,
                decimals,
                Coded.read(Direction.class, direction),
                measured,
                summation(measured, timeAggregation, areaAggregation, numeratorCode, denominatorCode),
                Coded.read(PriceBasis.class, priceBasis),
                formula(formula),
                groupCode,
                leadUnit,
                Coded.read(Cadence.class, cadence),
                proxyCode,
                definition,
                source,
                retired,
                version);
    }

    /** @param time null in rows older than the column: the kind decides */
    static Summation summation(
            MeasureKind kind,
            @Nullable String time,
            String areas,
            @Nullable String numerator,
            @Nullable String denominator) {
        return new Summation(
                time == null ? Summation.InTime.of(kind) : Coded.read(Summation.InTime.class, time),
                Coded.read(Summation.OverAreas.class, areas),
                numerator == null || denominator == null ? null : new Summation.Parts(numerator, denominator));
    }

    /** Of a stored text, which was read before it was stored. */
    static @Nullable Formula formula(@Nullable String stored) {
        try {
            return stored == null ? null : Formula.parse(stored);
        } catch (Formula.Unreadable impossible) {
            throw new IllegalStateException("The stored formula %s cannot be read.".formatted(stored), impossible);
        }
    }
}
