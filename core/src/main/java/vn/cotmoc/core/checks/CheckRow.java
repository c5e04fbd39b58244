package vn.cotmoc.core.checks;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;

@MappedEntity("figure_check")
record CheckRow(
        @TenantId @Nullable String tenantId,
        @Id UUID figureCheckId,
        @Nullable String indicatorCode,
        int version,
        String rangeReaction,
        @Nullable BigDecimal lowest,
        @Nullable BigDecimal highest,
        String jumpReaction,
        BigDecimal jumpMost,
        String fallReaction,
        String partsReaction,
        BigDecimal partsTolerance,
        LocalDate validFrom,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    static CheckRow of(CheckSetting setting) {
        Limits limits = setting.limits();
        return new CheckRow(
                null,
                setting.id(),
                setting.indicator(),
                setting.version(),
                limits.range().code(),
                limits.lowest() == null ? null : limits.lowest().value(),
                limits.highest() == null ? null : limits.highest().value(),
                limits.jump().code(),
                limits.jumpMost(),
                limits.fall().code(),
                limits.parts().code(),
                limits.partsTolerance(),
                setting.validFrom(),
                setting.reason(),
                setting.recordedAt(),
                setting.recordedBy());
    }

    CheckSetting toSetting() {
        return new CheckSetting(
                figureCheckId,
                indicatorCode,
                version,
                new Limits(
                        reaction(rangeReaction),
                        lowest == null ? null : new Amount(lowest),
                        highest == null ? null : new Amount(highest),
                        reaction(jumpReaction),
                        jumpMost,
                        reaction(fallReaction),
                        reaction(partsReaction),
                        partsTolerance),
                validFrom,
                reason,
                recordedAt,
                recordedBy);
    }

    private static Reaction reaction(String code) {
        return Coded.read(Reaction.class, code);
    }
}
