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
     * @param last the newest that was seen; older ones were seen too
     * @param roles of who reads
     */
    @Transactional
    public void through(UUID last, Collection<String> roles) {
        store.read(view.unread(roles, last));
    }
}
