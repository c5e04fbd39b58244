package vn.cotmoc.core.observations;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TenantId;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.checks.Fault;
import vn.cotmoc.core.checks.Reaction;
import vn.cotmoc.core.checks.Warning;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;

@MappedEntity("observation_warning")
record WarningRow(
        @TenantId @Nullable String tenantId,
        @EmbeddedId Key key,
        BigDecimal amount,
        BigDecimal against,
        @Nullable String period,
        @Nullable BigDecimal allowed) {

    @Embeddable
    record Key(
            @MappedProperty("observation_id") UUID observationId,
            @MappedProperty("fault") String fault) {}

    static WarningRow of(UUID observation, Warning warning) {
        return new WarningRow(
                null,
                new Key(observation, warning.fault().code()),
                warning.figure().value(),
                warning.against().value(),
                warning.period() == null ? null : warning.period().toString(),
                warning.allowed());
    }

    Warning toWarning() {
        return new Warning(
                Coded.read(Fault.class, key.fault()),
                Reaction.WARN,
                new Amount(amount),
                new Amount(against),
                period == null ? null : Period.parse(period),
                allowed == null ? null : new Amount(allowed).value());
    }
}
