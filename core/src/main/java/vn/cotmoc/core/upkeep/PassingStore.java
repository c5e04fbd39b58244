package vn.cotmoc.core.upkeep;

import static vn.cotmoc.core.tables.Tables.IDEMPOTENT_REPLY;
import static vn.cotmoc.core.tables.Tables.OUTBOX;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.tenancy.OwnedRows;

/** Rows that are good for days only: events, which stay on the trail, and answers to calls that may be sent again. */
@Singleton
class PassingStore {

    private final DSLContext sql;
    private final OwnedRows rows;

    PassingStore(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** @return how many there were */
    @Transactional
    int forgetBefore(Instant moment) {
        int events = sql.deleteFrom(OUTBOX)
                .where(rows.ownedByCurrentTenant(OUTBOX))
                .and(OUTBOX.EVENT_ID.lt(Identifiers.firstOf(moment)))
                .execute();
        int replies = sql.deleteFrom(IDEMPOTENT_REPLY)
                .where(rows.ownedByCurrentTenant(IDEMPOTENT_REPLY))
                .and(IDEMPOTENT_REPLY.CREATED_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
        return events + replies;
    }
}
