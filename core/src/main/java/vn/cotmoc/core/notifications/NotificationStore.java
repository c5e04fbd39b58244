package vn.cotmoc.core.notifications;

import static vn.cotmoc.core.tables.Tables.NOTIFICATION;
import static vn.cotmoc.core.tables.Tables.NOTIFICATION_READ;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The current province's notifications. */
@Singleton
class NotificationStore {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Identifiers identifiers;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    NotificationStore(
            DSLContext sql, OwnedRows rows, Identifiers identifiers, Trail trail, CurrentActor actor, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.identifiers = identifiers;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    boolean add(Recipient recipient, NoticeKind kind, String cause, String facts) {
        return sql.insertInto(NOTIFICATION)
                        .set(NOTIFICATION.TENANT_ID, rows.currentTenant())
                        .set(NOTIFICATION.NOTIFICATION_ID, identifiers.next())
                        .set(NOTIFICATION.CAUSE, cause)
                        .set(NOTIFICATION.RECIPIENT_KIND, recipient.kind())
                        .set(NOTIFICATION.RECIPIENT, recipient.key())
                        .set(NOTIFICATION.KIND, kind.code())
                        .set(NOTIFICATION.FACTS, facts)
                        .set(NOTIFICATION.MADE_AT, now())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** By who acts now. */
    void read(List<UUID> notifications) {
        if (notifications.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(
                NOTIFICATION_READ,
                NOTIFICATION_READ.TENANT_ID,
                NOTIFICATION_READ.NOTIFICATION_ID,
                NOTIFICATION_READ.USERNAME,
                NOTIFICATION_READ.READ_AT);
        for (UUID notification : notifications) {
            insert = insert.values(rows.currentTenant(), notification, actor.username(), now());
        }
        insert.onConflictDoNothing().execute();
        trail.added(
                "notification_read", actor.username(), Map.of("notifications", Integer.toString(notifications.size())));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
