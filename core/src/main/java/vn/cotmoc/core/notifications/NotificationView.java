package vn.cotmoc.core.notifications;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static vn.cotmoc.core.tables.Tables.NOTIFICATION;
import static vn.cotmoc.core.tables.Tables.NOTIFICATION_READ;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.tenancy.OwnedRows;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitView;

/** What who acts now was told: by name, as a member of a unit, or as one of a role. */
@Singleton
public class NotificationView {

    private static final Argument<Map<String, String>> FACTS = Argument.mapOf(String.class, String.class);

    private final DSLContext sql;
    private final OwnedRows rows;
    private final UnitView units;
    private final CurrentActor actor;
    private final ObjectMapper json;

    NotificationView(DSLContext sql, OwnedRows rows, UnitView units, CurrentActor actor, ObjectMapper json) {
        this.sql = sql;
        this.rows = rows;
        this.units = units;
        this.actor = actor;
        this.json = json;
    }

    /**
     * Newest first.
     *
     * @param roles of who asks
     * @param before null for the first page
     */
    @Transactional(readOnly = true)
    public List<Notice> list(Collection<String> roles, @Nullable UUID before, int limit) {
        return sql.select(NOTIFICATION.fields())
                .select(NOTIFICATION_READ.READ_AT)
                .from(NOTIFICATION)
                .leftJoin(NOTIFICATION_READ)
                .on(
                        rows.ownedByCurrentTenant(NOTIFICATION_READ),
                        NOTIFICATION_READ.TENANT_ID.eq(NOTIFICATION.TENANT_ID),
                        NOTIFICATION_READ.NOTIFICATION_ID.eq(NOTIFICATION.NOTIFICATION_ID),
                        NOTIFICATION_READ.USERNAME.eq(actor.username()))
                .where(rows.ownedByCurrentTenant(NOTIFICATION))
                .and(isFor(roles))
                .and(before == null ? noCondition() : NOTIFICATION.NOTIFICATION_ID.lt(before))
                .orderBy(NOTIFICATION.NOTIFICATION_ID.desc())
                .limit(limit)
                .fetch(row -> new Notice(
                        row.get(NOTIFICATION.NOTIFICATION_ID),
                        Coded.read(NoticeKind.class, row.get(NOTIFICATION.KIND)),
                        facts(row.get(NOTIFICATION.FACTS)),
                        row.get(NOTIFICATION.MADE_AT).toInstant(),
                        row.get(NOTIFICATION_READ.READ_AT) != null));
    }

    @Transactional(readOnly = true)
    public int unread(Collection<String> roles) {
        return sql.fetchCount(NOTIFICATION, rows.ownedByCurrentTenant(NOTIFICATION), isFor(roles), isUnread());
    }

    /** Those of the given ones that are for who acts now and not read yet. */
    List<UUID> unread(Collection<String> roles, Collection<UUID> notifications) {
        return sql.select(NOTIFICATION.NOTIFICATION_ID)
                .from(NOTIFICATION)
                .where(rows.ownedByCurrentTenant(NOTIFICATION))
                .and(isFor(roles))
                .and(NOTIFICATION.NOTIFICATION_ID.in(notifications))
                .and(isUnread())
                .orderBy(NOTIFICATION.NOTIFICATION_ID)
                .fetch(NOTIFICATION.NOTIFICATION_ID);
    }

    private Condition isUnread() {
        return notExists(selectOne()
                .from(NOTIFICATION_READ)
                .where(rows.ownedByCurrentTenant(NOTIFICATION_READ))
                .and(NOTIFICATION_READ.TENANT_ID.eq(NOTIFICATION.TENANT_ID))
                .and(NOTIFICATION_READ.NOTIFICATION_ID.eq(NOTIFICATION.NOTIFICATION_ID))
                .and(NOTIFICATION_READ.USERNAME.eq(actor.username())));
    }

    private Condition isFor(Collection<String> roles) {
        Condition me = one(new Recipient.User(actor.username()));
        Condition mine = units.ofMember(actor.username())
                .map(Unit::id)
                .map(unit -> me.or(one(new Recipient.Unit(unit))))
                .orElse(me);
        return roles.stream().map(role -> one(new Recipient.Role(role))).reduce(mine, Condition::or);
    }

    private static Condition one(Recipient recipient) {
        return NOTIFICATION.RECIPIENT_KIND.eq(recipient.kind()).and(NOTIFICATION.RECIPIENT.eq(recipient.key()));
    }

    private Map<String, String> facts(String text) {
        try {
            return json.readValue(text, FACTS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
