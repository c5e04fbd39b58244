package vn.cotmoc.core.events;

import static org.jooq.Records.mapping;
import static vn.cotmoc.core.tables.Tables.OUTBOX;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's events, oldest first. */
@Singleton
public class EventView {

    /** How much later than its identifier says an event may come to be seen: its transaction's commit and the nodes' clocks. */
    static final Duration OVERLAP = Duration.ofMinutes(1);

    private final DSLContext sql;
    private final OwnedRows rows;

    EventView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public List<Event> of(Collection<UUID> ids) {
        return read(OUTBOX.EVENT_ID.in(ids), ids.size());
    }

    /** What came after an event, and for once more what came shortly before it; it need not be there. */
    @Transactional(readOnly = true)
    public List<Event> since(UUID id, int limit) {
        return read(
                OUTBOX.EVENT_ID
                        .ge(Identifiers.firstOf(Identifiers.momentOf(id).minus(OVERLAP)))
                        .and(OUTBOX.EVENT_ID.ne(id)),
                limit);
    }

    /** When something of these sorts last changed before a moment. */
    @Transactional(readOnly = true)
    public Optional<Instant> newest(Collection<String> kinds, Instant before) {
        return sql.select(OUTBOX.RECORDED_AT.convertFrom(OffsetDateTime::toInstant))
                .from(OUTBOX)
                .where(rows.ownedByCurrentTenant(OUTBOX))
                .and(OUTBOX.KIND.in(kinds))
                .and(OUTBOX.EVENT_ID.lt(Identifiers.firstOf(before)))
                .orderBy(OUTBOX.EVENT_ID.desc())
                .limit(1)
                .fetchOptional(row -> row.value1());
    }

    private List<Event> read(Condition which, int limit) {
        return sql.select(
                        OUTBOX.EVENT_ID,
                        OUTBOX.KIND,
                        OUTBOX.SUBJECT,
                        OUTBOX.RECORDED_AT.convertFrom(OffsetDateTime::toInstant))
                .from(OUTBOX)
                .where(rows.ownedByCurrentTenant(OUTBOX))
                .and(which)
                .orderBy(OUTBOX.EVENT_ID)
                .limit(limit)
                .fetch(mapping(Event::new));
    }
}
