package vn.cotmoc.core.notifications;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Tells somebody something once; the same again does nothing. */
@Singleton
public class Notify {

    private final NotificationStore store;
    private final ObjectMapper json;

    Notify(NotificationStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    /**
     * @param cause what it is about, e.g. a report's id and its step; whoever was told of it is not told again
     * @return whether it is new
     */
    @Transactional
    public boolean tell(Recipient recipient, NoticeKind kind, String cause, Map<String, String> facts) {
        try {
            return store.add(recipient, kind, kind.code() + ":" + cause, json.writeValueAsString(new TreeMap<>(facts)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
