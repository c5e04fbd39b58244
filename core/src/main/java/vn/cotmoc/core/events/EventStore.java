package vn.cotmoc.core.events;

import static org.jooq.impl.DSL.val;
import static vn.cotmoc.core.tables.Tables.OUTBOX;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import vn.cotmoc.core.tenancy.ManyRows;
import vn.cotmoc.core.tenancy.OwnedRows;

/** Events are only ever added, those of a transaction by one statement. */
@Singleton
class EventStore {

    private final DSLContext sql;
    private final OwnedRows rows;

    EventStore(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    void add(List<Event> events) {
        ManyRows<Event> added = new ManyRows<>("added", events);
        sql.insertInto(OUTBOX, OUTBOX.TENANT_ID, OUTBOX.EVENT_ID, OUTBOX.KIND, OUTBOX.SUBJECT, OUTBOX.RECORDED_AT)
                .select(sql.select(
                                val(rows.currentTenant()),
                                added.column(UUID.class, Event::id),
                                added.column(String.class, Event::kind),
                                added.column(String.class, Event::subject),
                                added.column(
                                        OffsetDateTime.class,
                                        event -> event.recordedAt().atOffset(ZoneOffset.UTC)))
                        .from(added.table()))
                .execute();
    }
}
