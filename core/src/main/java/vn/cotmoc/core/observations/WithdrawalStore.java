package vn.cotmoc.core.observations;

import static org.jooq.impl.DSL.val;
import static vn.cotmoc.core.tables.Tables.PUBLISHED_FIGURE;
import static vn.cotmoc.core.tables.Tables.PUBLISHED_WITHDRAWAL;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.tenancy.OwnedRows;

/** Keeps withdrawals, and tells the ministry of those that it had been given. */
@Singleton
class WithdrawalStore {

    private final WithdrawalRows withdrawals;
    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;

    WithdrawalStore(WithdrawalRows withdrawals, DSLContext sql, OwnedRows rows, Trail trail) {
        this.withdrawals = withdrawals;
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
    }

    Optional<Withdrawal> find(UUID observation) {
        return withdrawals.findByObservationId(observation).map(WithdrawalRow::toWithdrawal);
    }

    void add(UUID observation, Withdrawal withdrawal) {
        WithdrawalRow row = WithdrawalRow.of(observation, withdrawal);
        withdrawals.save(row);
        trail.added(observation, row);
        sql.insertInto(
                        PUBLISHED_WITHDRAWAL,
                        PUBLISHED_WITHDRAWAL.TENANT_ID,
                        PUBLISHED_WITHDRAWAL.OBSERVATION_ID,
                        PUBLISHED_WITHDRAWAL.WITHDRAWN_ON)
                .select(sql.select(
                                PUBLISHED_FIGURE.TENANT_ID,
                                PUBLISHED_FIGURE.OBSERVATION_ID,
                                val(withdrawal.withdrawnOn()))
                        .from(PUBLISHED_FIGURE)
                        .where(rows.ownedByCurrentTenant(PUBLISHED_FIGURE))
                        .and(PUBLISHED_FIGURE.OBSERVATION_ID.eq(observation)))
                .execute();
    }
}
