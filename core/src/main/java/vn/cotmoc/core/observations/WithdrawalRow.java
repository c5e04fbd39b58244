package vn.cotmoc.core.observations;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("observation_withdrawal")
record WithdrawalRow(
        @TenantId @Nullable String tenantId,
        @Id UUID observationId,
        LocalDate withdrawnOn,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    static WithdrawalRow of(UUID observation, Withdrawal withdrawal) {
        return new WithdrawalRow(
                null,
                observation,
                withdrawal.withdrawnOn(),
                withdrawal.reason(),
                withdrawal.recordedAt(),
                withdrawal.recordedBy());
    }

    Withdrawal toWithdrawal() {
        return new Withdrawal(withdrawnOn, reason, recordedAt, recordedBy);
    }
}
