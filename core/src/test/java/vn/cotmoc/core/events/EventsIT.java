package vn.cotmoc.core.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.house.Wait;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.tenancy.TenantId;

/** What a transaction changed is told to every node, whatever breaks on the way. */
class EventsIT {

    private static final String BREAK_ALL =
            "select pg_terminate_backend(pid)::text from pg_stat_activity where usename = 'cotmoc_relay'";

    private final TenantId province = House.province();

    @Test
    void aChangeIsAnEventThatNamesIt() {
        Observation figure = House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "8"));
        assertThat(events("observation")).containsExactly(figure.id().toString());
    }

    @Test
    void manyChangesOfASortInOneTransactionAreOneEvent() {
        House.in(
                province,
                () -> House.transaction(() -> {
                    Story.figure("GRDP_GROWTH", "%", "2022", "8");
                    Story.figure("GRDP_GROWTH", "%", "2023", "9");
                    return Story.plan("2023");
                }));
        assertThat(events("observation")).containsExactly("null");
        assertThat(events("plan")).hasSize(1);
    }

    @Test
    void whatIsUndoneIsNoEvent() {
        assertThatThrownBy(() -> House.in(
                        province,
                        () -> House.transaction(() -> {
                            Story.figure("GRDP_GROWTH", "%", "2023", "8");
                            throw new IllegalArgumentException("undone");
                        })))
                .hasMessage("undone");
        assertThat(events("observation")).isEmpty();
    }

    @Test
    void outsideATransactionNothingIsTakenDown() {
        assertThatIllegalStateException()
                .isThrownBy(() -> House.in(province, () -> {
                    House.get(Outbox.class).changed("plan", "1");
                    return province;
                }))
                .withMessage("The change of plan (1) belongs in a transaction.");
    }

    @Test
    void everyNodeHearsWhatAnyOfThemCommits() {
        try (ApplicationContext other = House.node(Map.of());
                var here = new Hearer(House.get(EventBus.class));
                var there = new Hearer(other.getBean(EventBus.class))) {
            House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "8"));
            Wait.until(
                    "both have heard it",
                    () -> here.heard(province).containsAll(ids("observation"))
                            && there.heard(province).containsAll(ids("observation")));
        }
    }

    @Test
    void whatHappensWhileConnectionsAreBrokenIsHeardAfterwards() {
        try (var hearer = new Hearer(House.get(EventBus.class))) {
            assertThat(House.asSuperuser(BREAK_ALL)).isNotEmpty();
            House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "8"));
            House.asSuperuser(BREAK_ALL);
            House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2022", "8"));
            Wait.until("all of it was heard", () -> hearer.heard(province).containsAll(ids("observation")));
        }
    }

    /** A node that is killed between its commit and telling leaves an event that nobody rang for. */
    @Test
    void whatAKilledNodeCommittedIsToldByAnother() {
        UUID event = House.get(Identifiers.class).next();
        try (var hearer = new Hearer(House.get(EventBus.class))) {
            House.asSuperuser(
                    "insert into outbox values ('%s', '%s', 'observation', null, now())".formatted(province, event));
            Wait.until("it was heard", () -> hearer.heard(province).contains(event));
        }
    }

    @Test
    void whoComesBackIsToldWhatCameSince() {
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "8"));
        UUID last = Identifiers.firstOf(Instant.now().plus(Duration.ofMinutes(2)));
        assertThat(since(last)).as("nothing came after that").isEmpty();
        assertThat(since(Identifiers.firstOf(Instant.now().minus(Duration.ofMinutes(9)))))
                .containsAll(ids("observation"));
        assertThat(House.in(House.province(), () -> House.get(EventView.class).since(new UUID(0, 0), 1000)))
                .extracting(Event::id)
                .doesNotContainAnyElementsOf(ids("observation"));
    }

    private List<UUID> since(UUID event) {
        return House.in(province, () -> House.get(EventView.class).since(event, 1000)).stream()
                .map(Event::id)
                .toList();
    }

    private List<String> events(String kind) {
        return House.asSuperuser("select coalesce(subject, 'null') from outbox where tenant_id = '%s' and kind = '%s'"
                .formatted(province, kind));
    }

    private Set<UUID> ids(String kind) {
        return House.asSuperuser("select event_id::text from outbox where tenant_id = '%s' and kind = '%s'"
                        .formatted(province, kind))
                .stream()
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    /** What one node was told. */
    private static final class Hearer implements AutoCloseable {

        private final Map<TenantId, Set<UUID>> heard = new ConcurrentHashMap<>();
        private final Runnable end;

        Hearer(EventBus bus) {
            end = bus.listen(signal -> heard.computeIfAbsent(signal.province(), first -> ConcurrentHashMap.newKeySet())
                    .addAll(signal.events()));
        }

        Set<UUID> heard(TenantId province) {
            return Objects.requireNonNullElse(heard.get(province), Set.of());
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
