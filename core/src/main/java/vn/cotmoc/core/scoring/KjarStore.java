package vn.cotmoc.core.scoring;

import static vn.cotmoc.core.tables.Tables.RULE_CODE;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.core.tenancy.OwnedRows;

/** Keeps code in the province's own rows. Where no province is at work nothing is found or kept. */
@Singleton
@Requires(beans = DataSource.class)
class KjarStore implements Kjars {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final CurrentTenant currentTenant;
    private final Clock clock;

    KjarStore(DSLContext sql, OwnedRows rows, CurrentTenant currentTenant, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.currentTenant = currentTenant;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> find(String sha256) {
        return currentTenant.find().isEmpty()
                ? Optional.empty()
                : sql.select(RULE_CODE.SEALED)
                        .from(RULE_CODE)
                        .where(rows.ownedByCurrentTenant(RULE_CODE))
                        .and(RULE_CODE.SHA256.eq(sha256))
                        .fetchOptional(RULE_CODE.SEALED);
    }

    /** In a transaction of its own: who asked for the code may only be reading. What cannot be kept is made anew next time. */
    @Override
    @Transactional(propagation = TransactionDefinition.Propagation.REQUIRES_NEW)
    public void keep(String sha256, byte[] sealed) {
        if (currentTenant.find().isEmpty()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        sql.insertInto(RULE_CODE)
                .set(RULE_CODE.TENANT_ID, rows.currentTenant())
                .set(RULE_CODE.SHA256, sha256)
                .set(RULE_CODE.SEALED, sealed)
                .set(RULE_CODE.RECORDED_AT, now)
                .onConflict(RULE_CODE.TENANT_ID, RULE_CODE.SHA256)
                .doUpdate()
                .set(RULE_CODE.SEALED, sealed)
                .set(RULE_CODE.RECORDED_AT, now)
                .execute();
    }
}
