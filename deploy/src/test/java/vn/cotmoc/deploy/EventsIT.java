package vn.cotmoc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.cotmoc.deploy.Stack.Answer;
import vn.cotmoc.deploy.TenantRows.Mark;

/** The stream of a province's events tells what changes there at once, and of other provinces nothing. */
class EventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Stack stack;
    private static TenantRows rows;
    private static Mark begun;
    private static Province own;
    private static Province foreign;

    @BeforeAll
    static void start() {
        stack = Stack.running();
        rows = new TenantRows(stack.postgres());
        begun = rows.mark();
        own = new Province(stack, rows, "lao-cai", "lc");
        foreign = new Province(stack, rows, "dien-bien", "db");
    }

    @AfterAll
    static void forget() {
        rows.forgetSince(begun);
        rows.close();
    }

    @Test
    void aChangeIsToldToItsProvinceAtOnceAndToNoOther() throws Exception {
        try (var here = Heard.by(own, null);
                var there = Heard.by(foreign, null)) {
            here.await("listening");
            there.await("listening");
            own.changeThreshold();
            here.await("\"threshold\"");
            foreign.changeThreshold();
            there.await("\"threshold\"");
            assertThat(there.ids()).isNotEmpty().doesNotContainAnyElementsOf(here.ids());
            assertThat(idsOf("dien-bien")).containsAll(there.ids());
            assertThat(idsOf("lao-cai")).containsAll(here.ids());
        }
    }

    @Test
    void whoComesBackHearsWhatWasMissed() throws Exception {
        String before = idsOf("lao-cai").getLast();
        own.changeThreshold();
        String missed = idsOf("lao-cai").getLast();
        assertThat(missed).isNotEqualTo(before);
        Answer again =
                stack.call("GET", "/api/v1/events?seconds=0", own.token("xem"), Map.of("Last-Event-ID", before), null);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(again.body()).contains("\"threshold\"");
        Answer others = stack.call(
                "GET", "/api/v1/events?seconds=0", foreign.token("xem"), Map.of("Last-Event-ID", before), null);
        assertThat(others.body()).doesNotContain(missed);
    }

    @Test
    void whatIsNoIdAndWhatIsTooLongIsRefused() {
        assertThat(stack.call("GET", "/api/v1/events?seconds=301", own.token("xem"), Map.of(), null)
                        .code())
                .isEqualTo("seconds-range");
        assertThat(stack.call(
                                "GET",
                                "/api/v1/events?seconds=0",
                                own.token("xem"),
                                Map.of("Last-Event-ID", "' or true"),
                                null)
                        .status())
                .isEqualTo(422);
        assertThat(stack.call("GET", "/api/v1/events?seconds=0", null, Map.of(), null)
                        .status())
                .isEqualTo(401);
    }

    private static List<String> idsOf(String province) {
        return rows.rows("select event_id::text from outbox where tenant_id = ? order by event_id", province).stream()
                .map(List::getFirst)
                .toList();
    }

    /** What one reader of the stream has heard so far. */
    private record Heard(HttpResponse<Stream<String>> response, List<String> lines) implements AutoCloseable {

        static Heard by(Province province, @Nullable String last) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stack.origin() + "/api/v1/events"))
                    .header("Authorization", "Bearer " + province.token("xem"))
                    .header("Accept", "text/event-stream");
            if (last != null) {
                request.header("Last-Event-ID", Objects.requireNonNull(last));
            }
            HttpResponse<Stream<String>> response = HTTP.send(request.build(), BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            Heard heard = new Heard(response, new CopyOnWriteArrayList<>());
            Thread.ofVirtual().start(() -> response.body().forEach(heard.lines::add));
            return heard;
        }

        void await(String words) throws InterruptedException {
            Instant deadline = Instant.now().plus(PATIENCE);
            while (lines.stream().noneMatch(line -> line.contains(words))) {
                assertThat(Instant.now()).as("%s in %s", words, lines).isBefore(deadline);
                Thread.sleep(20);
            }
        }

        List<String> ids() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .skip(1) // from where on it listens
                    .map(line -> line.substring(3).strip())
                    .toList();
        }

        @Override
        public void close() {
            response.body().close();
        }
    }
}
