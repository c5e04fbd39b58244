package vn.cotmoc.core.targets;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;

@MappedEntity("target_revision")
record RevisionRow(
        @TenantId @Nullable String tenantId,
        @EmbeddedId Key key,
        String comparator,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal amountHigh,
        @Nullable LocalDate due,
        @Nullable BigDecimal baselineAmount,
        @Nullable String baselinePeriod,
        String wording,
        String source,
        @Nullable String reason,
        @Nullable LocalDate decidedOn,
        @Nullable UUID instrumentId,
        Instant recordedAt,
        String recordedBy) {

    @Embeddable
    record Key(
            @MappedProperty("target_id") UUID targetId,
            @MappedProperty("revision") int revision) {}

    static RevisionRow of(UUID target, Revision revision) {
        Aim aim = revision.aim();
        Aim.Baseline baseline = aim.baseline();
        return new RevisionRow(
                null,
                new Key(target, revision.number()),
                aim.comparator().code(),
                value(aim.amount()),
                value(aim.amountHigh()),
                aim.due(),
                baseline == null ? null : baseline.amount().value(),
                baseline == null ? null : baseline.period().toString(),
                revision.wording(),
                revision.source(),
                revision.reason(),
                revision.decidedOn(),
                revision.instrument(),
                revision.recordedAt(),
                revision.recordedBy());
    }

    Revision toRevision() {
        return new Revision(
                key.revision(),
                aim(comparator, amount, amountHigh, due, baselineAmount, baselinePeriod),
                wording,
                source,
                reason,
                decidedOn,
                instrumentId,
                recordedAt,
                recordedBy);
    }

    static Aim aim(
            String comparator,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal amountHigh,
            @Nullable LocalDate due,
            @Nullable BigDecimal baselineAmount,
            @Nullable String baselinePeriod) {
        return new Aim(
                Coded.read(Comparator.class, comparator),
                amount(amount),
                amount(amountHigh),
                due,
                baselineAmount == null || baselinePeriod == null
                        ? null
                        : new Aim.Baseline(new Amount(baselineAmount), Period.parse(baselinePeriod)));
    }

    private static @Nullable BigDecimal value(@Nullable Amount amount) {
        return amount == null ? null : amount.value();
    }

    private static @Nullable Amount amount(@Nullable BigDecimal value) {
        return value == null ? null : new Amount(value);
    }
}
