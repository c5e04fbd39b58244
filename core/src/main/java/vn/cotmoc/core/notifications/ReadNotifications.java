package vn.cotmoc.core.notifications;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;

/** Notes that who acts now has read what they were told; harmless when done twice. */
@Singleton
public class ReadNotifications {

    private final NotificationStore store;
    private final NotificationView view;

    ReadNotifications(NotificationStore store, NotificationView view) {
        this.store = store;
        this.view = view;
    }

    /**
     * What is not for who reads, or unknown, is left alone.
     *
     * @param roles of who reads
     */
    @Transactional
    public void read(Collection<UUID> notifications, Collection<String> roles) {
        store.read(view.unread(roles, notifications));
    }
}
