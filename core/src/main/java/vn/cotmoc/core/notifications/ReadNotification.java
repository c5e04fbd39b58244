package vn.cotmoc.core.notifications;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import vn.cotmoc.core.refusals.Refusal;

/** Notes that who acts now has read something; harmless when done twice. */
@Singleton
public class ReadNotification {

    private final NotificationStore store;
    private final NotificationView view;

    ReadNotification(NotificationStore store, NotificationView view) {
        this.store = store;
        this.view = view;
    }

    /**
     * @param roles of who reads
     * @throws Refusal {@code unknown-notification}
     */
    @Transactional
    public void read(UUID notification, Collection<String> roles) {
        view.require(notification, roles);
        store.read(notification);
    }
}
