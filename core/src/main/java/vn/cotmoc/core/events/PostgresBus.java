package vn.cotmoc.core.events;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.tenancy.TenantId;

/**
 * The bus over PostgreSQL's own notifications, by the role that may read of the outbox which province and which event, and nothing
 * else.
 *
 * <p>Two threads a node. The relay looks, when this node has committed something, for events that nobody has told yet, and tells
 * them outside of any transaction that writes, however many at once: a NOTIFY in each of those would put all commits in a row. The
 * listener hears what the relays of all nodes tell. A relay that dies in between is made up for by the others, which look around
 * every {@link #ROUND}; a listener whose connection broke reads, once it listens again, what was told meanwhile.
 */
@Singleton
@Requires(beans = DataSource.class)
final class PostgresBus implements EventBus, ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBus.class);
    private static final String CHANNEL = "cotmoc_events";

    /** Between two looks at all that may still come to be seen: how late what a killed node committed may be told. */
    private static final Duration ROUND = Duration.ofSeconds(2);

    /** How long before it rings this node may have made its events; what took longer to commit is found on the round. */
    private static final Duration OWN = Duration.ofMillis(250);

    /** What rings within it is told together. */
    private static final Duration GATHERING = Duration.ofMillis(10);

    /** After a broken connection. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration QUIET = Duration.ofSeconds(10);

    /** Of 37 characters each in a notification of less than 8,000. */
    private static final int MOST_IN_ONE = 100;

    private static final String SINCE = "select tenant_id, event_id from outbox where event_id >= ? order by event_id";

    private final DataSource pool;
    private final Clock clock;
    private final List<Consumer<Signal>> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore rung = new Semaphore(0);
    private final Known told;
    private final Known heard;
    private volatile boolean closed;

    PostgresBus(@Named("relay") DataSource relay, DataSourceResolver withoutProxy, Clock clock) {
        this.pool = withoutProxy.resolve(relay);
        this.clock = clock;
        this.told = new Known(clock.instant());
        this.heard = new Known(clock.instant());
    }

    /** Events that were met, for as long as one of their time may still come to be seen. */
    private final class Known {

        private final Set<UUID> ids = new ConcurrentSkipListSet<>();
        private volatile Instant newest;

        Known(Instant begun) {
            this.newest = begun;
        }

        /** Where to read on. A clock that is ahead elsewhere must not carry it away. */
        UUID from() {
            return from(EventView.OVERLAP);
        }

        UUID from(Duration before) {
            Instant now = clock.instant();
            return Identifiers.firstOf((newest.isAfter(now) ? now : newest).minus(before));
        }

        boolean contains(UUID event) {
            return ids.contains(event);
        }

        void add(UUID event) {
            ids.add(event);
            Instant moment = Identifiers.momentOf(event);
            newest = moment.isAfter(newest) ? moment : newest;
        }

        void forgetOld() {
            ((ConcurrentSkipListSet<UUID>) ids).headSet(from()).clear();
        }
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        Thread.ofPlatform().name("events-relay").daemon().start(() -> untilClosed("tells no events", this::relay));
        Thread.ofPlatform().name("events-listener").daemon().start(() -> untilClosed("hears no events", this::hear));
    }

    @Override
    public Runnable listen(Consumer<Signal> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void ring() {
        rung.release();
    }

    @PreDestroy
    void close() {
        closed = true;
        ring();
    }

    private interface Work {
        void with(Connection connection) throws SQLException, InterruptedException;
    }

    private void untilClosed(String what, Work work) {
        while (!closed) {
            try (Connection connection = pool.getConnection()) {
                work.with(connection);
            } catch (SQLException broken) {
                if (!closed) {
                    LOG.warn("This node {} for the moment; nothing is lost: {}", what, broken.getMessage());
                    pause();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void relay(Connection connection) throws SQLException, InterruptedException {
        long round = System.nanoTime();
        while (!closed) {
            long rest = round - System.nanoTime();
            if (rest > 0 && rung.tryAcquire(rest, TimeUnit.NANOSECONDS)) {
                Thread.sleep(GATHERING);
                rung.drainPermits();
            }
            boolean all = System.nanoTime() - round >= 0;
            if (all) {
                round = System.nanoTime() + ROUND.toNanos();
            }
            List<Signal> news = unknown(connection, told, all ? told.from() : told.from(OWN));
            notify(connection, news);
            news.forEach(signal -> signal.events().forEach(told::add));
            told.forgetOld();
        }
    }

    /** What neither was told by this node nor heard from another. */
    private List<Signal> unknown(Connection connection, Known position, UUID from) throws SQLException {
        Map<TenantId, List<UUID>> found = new LinkedHashMap<>();
        try (var statement = connection.prepareStatement(SINCE)) {
            statement.setObject(1, from);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID event = rows.getObject(2, UUID.class);
                    if (!position.contains(event) && !heard.contains(event)) {
                        found.computeIfAbsent(new TenantId(rows.getString(1)), province -> new ArrayList<>())
                                .add(event);
                    }
                }
            }
        }
        return found.entrySet().stream()
                .map(province -> new Signal(province.getKey(), province.getValue()))
                .toList();
    }

    private static void notify(Connection connection, List<Signal> news) throws SQLException {
        String[] messages = news.stream().flatMap(PostgresBus::messages).toArray(String[]::new);
        if (messages.length > 0) {
            try (var statement = connection.prepareStatement("select pg_notify(?, message) from unnest(?) message")) {
                statement.setString(1, CHANNEL);
                statement.setArray(2, connection.createArrayOf("text", messages));
                statement.execute();
            }
        }
    }

    /** {@code lao-cai 0192… 0192…}. */
    private static Stream<String> messages(Signal signal) {
        List<String> messages = new ArrayList<>();
        for (int from = 0; from < signal.events().size(); from += MOST_IN_ONE) {
            StringBuilder message = new StringBuilder(signal.province().value());
            signal.events()
                    .subList(from, Math.min(from + MOST_IN_ONE, signal.events().size()))
                    .forEach(event -> message.append(' ').append(event));
            messages.add(message.toString());
        }
        return messages.stream();
    }

    private void hear(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            unknown(connection, heard, heard.from()).forEach(this::tellListeners);
            PGConnection notified = connection.unwrap(PGConnection.class);
            while (!closed) {
                PGNotification[] notifications = notified.getNotifications((int) QUIET.toMillis());
                if (notifications == null || notifications.length == 0) {
                    statement.execute("select 1"); // a connection that broke without a word is found here
                } else {
                    Arrays.stream(notifications).forEach(this::take);
                }
                heard.forgetOld();
            }
        }
    }

    /** A notification of somebody else's making is none. */
    private void take(PGNotification notification) {
        try {
            List<String> words = List.of(notification.getParameter().split(" "));
            tellListeners(new Signal(
                    new TenantId(words.getFirst()),
                    words.stream().skip(1).map(UUID::fromString).toList()));
        } catch (IllegalArgumentException strange) {
            LOG.warn("A notification on {} was not understood: {}", CHANNEL, strange.getMessage());
        }
    }

    private void tellListeners(Signal signal) {
        for (Consumer<Signal> listener : listeners) {
            try {
                listener.accept(signal);
            } catch (RuntimeException failure) {
                LOG.warn("A listener failed at events of {}; the others heard them.", signal.province(), failure);
            }
        }
        signal.events().forEach(heard::add);
    }
}
