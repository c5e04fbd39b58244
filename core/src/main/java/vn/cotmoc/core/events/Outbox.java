package vn.cotmoc.core.events;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.cotmoc.core.measure.Identifiers;

/**
 * Takes down what a transaction changes and writes it as it commits, one event a sort of thing: with the change or not at all.
 * The trail calls it for every change, so that no use case can forget to.
 */
@Singleton
public class Outbox {

    private final TransactionOperations<Connection> transactions;
    private final EventStore store;
    private final EventBus bus;
    private final Identifiers identifiers;
    private final Clock clock;
    private final Map<Object, Pending> pending = new ConcurrentHashMap<>();

    Outbox(
            TransactionOperations<Connection> transactions,
            EventStore store,
            EventBus bus,
            Identifiers identifiers,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.bus = bus;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * @param kind the sort of thing, e.g. {@code observation}
     * @param subject which one
     * @throws IllegalStateException outside a transaction
     */
    public void changed(String kind, String subject) {
        TransactionStatus<?> transaction = transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException(
                        "The change of %s (%s) belongs in a transaction.".formatted(kind, subject)));
        pending.computeIfAbsent(transaction.getConnection(), connection -> begun(connection, transaction))
                .add(kind, subject);
    }

    private Pending begun(Object connection, TransactionStatus<?> transaction) {
        Pending begun = new Pending(connection);
        transaction.registerSynchronization(begun);
        return begun;
    }

    /** What one transaction has changed so far; several of a sort are one without a subject. */
    private final class Pending implements TransactionSynchronization {

        private final Object connection;
        private final Map<String, Optional<String>> subjects = new LinkedHashMap<>();

        Pending(Object connection) {
            this.connection = connection;
        }

        void add(String kind, String subject) {
            subjects.merge(
                    kind, Optional.of(subject), (one, other) -> one.equals(other) ? one : Optional.<String>empty());
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            Instant now = clock.instant();
            List<Event> events = new ArrayList<>();
            subjects.forEach(
                    (kind, subject) -> events.add(new Event(identifiers.next(), kind, subject.orElse(null), now)));
            store.add(events);
        }

        @Override
        public void afterCommit() {
            bus.ring();
        }

        @Override
        public void afterCompletion(Status status) {
            pending.remove(connection);
        }
    }
}
