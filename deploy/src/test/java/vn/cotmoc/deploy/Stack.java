package vn.cotmoc.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.deploy.demo.DemoData;
import vn.cotmoc.local.ChildProcess;
import vn.cotmoc.local.Folders;
import vn.cotmoc.local.LocalHome;
import vn.cotmoc.local.LocalKeycloak;
import vn.cotmoc.local.LocalPostgres;
import vn.cotmoc.local.Ports;
import vn.cotmoc.local.Secrets;

/**
 * The product as the demo runs it – PostgreSQL, Keycloak, the application, the demo's data – on free ports, once for all tests
 * of a JVM. Its logs stay in {@code target/stack/log}.
 */
final class Stack {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static @Nullable Future<Stack> running;

    private final AtomicInteger nodes = new AtomicInteger();
    private final LocalHome home = new LocalHome(Path.of("target/stack"));
    private final Story story = new Story(System.out);
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final DemoOptions options = new DemoOptions(
            Ports.free(), Ports.free(), Ports.free(), Optional.of(DemoOptions.AS_OF), home, Path.of("target"));
    private final LocalPostgres postgres;
    private final LocalKeycloak.Settings realm;
    private final LocalKeycloak keycloak;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<String, Token> tokens = new HashMap<>();

    private record Token(String text, Instant since) {}

    /** What the application answered. */
    record Answer(int status, HttpHeaders headers, String body) {

        boolean ok() {
            return status / 100 == 2;
        }

        /** A missing node if the body is no JSON. */
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                return JSON.missingNode();
            }
        }

        String code() {
            return json().path("code").asText();
        }

        @Override
        public String toString() {
            return "%d %s".formatted(status, body.length() > 500 ? body.substring(0, 500) + "…" : body);
        }
    }

    /** The one of this JVM; started when first asked for. If it cannot start, every test hears why. */
    static synchronized Stack running() {
        if (running == null) {
            try (var starter = Executors.newSingleThreadExecutor()) {
                running = starter.submit(Stack::new);
            }
        }
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The stack did not start: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Stack() throws IOException, InterruptedException, ExecutionException {
        // A run that was killed may have left its servers; their data are not wanted any more.
        ChildProcess.stopOrphan(home.run("app.pid"));
        ChildProcess.stopOrphan(home.run("keycloak.pid"));
        Path data = home.data().resolve("postgresql");
        LocalHome programs = LocalHome.ofProject();
        Secrets secrets = Secrets.temporary();
        LocalPostgres.stopOrphan(new LocalPostgres.Settings(programs, data, 0, false, secrets, home.log("postgresql")));
        Folders.remove(home.path());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));

        story.begins("Stack", "starts");
        postgres = LocalPostgres.start(new LocalPostgres.Settings(
                programs, data, options.postgresPort(), false, secrets, home.log("postgresql")));
        stops.push(postgres::close);
        realm = new LocalKeycloak.Settings(
                programs,
                options.keycloakPort(),
                0,
                options.origin(),
                postgres.url("keycloak"),
                postgres.keycloak(),
                secrets,
                home.log("keycloak"),
                home.run("keycloak.pid"));
        try (var starters = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<LocalKeycloak> identities =
                    starters.submit(() -> stoppedAtTheEnd(LocalKeycloak.start(realm, _ -> {})));
            Future<ChildProcess> app =
                    starters.submit(() -> stoppedAtTheEnd(new AppProcess(options, postgres, realm).startOnce()));
            keycloak = identities.get();
            app.get();
        }
        story.begins("Stack", "loads the demo");
        new DemoData(Demo.site(options, keycloak)).load((done, total, what) -> {});
        story.done("Stack", "is ready at " + options.origin());
    }

    private synchronized <T extends AutoCloseable> T stoppedAtTheEnd(T server) {
        stops.push(() -> {
            try {
                server.close();
            } catch (Exception e) {
                story.plainly("%s did not stop: %s.".formatted(server, e));
            }
        });
        return server;
    }

    private synchronized void stop() {
        stops.forEach(Runnable::run);
        story.close();
    }

    String origin() {
        return options.origin();
    }

    LocalKeycloak keycloak() {
        return keycloak;
    }

    LocalPostgres postgres() {
        return postgres;
    }

    /** Another process of the application, at work on the same data, for tests that end it. */
    Node node() {
        return node(Map.of());
    }

    /** @param surroundings what it reads besides */
    Node node(Map<String, String> surroundings) {
        LocalHome own = new LocalHome(home.path().resolve("node-" + nodes.incrementAndGet()));
        DemoOptions beside = new DemoOptions(
                Ports.free(), options.keycloakPort(), options.postgresPort(), options.asOf(), own, options.build());
        return new Node(beside.origin(), new AppProcess(beside, postgres, realm, surroundings));
    }

    record Node(String origin, AppProcess process) {}

    /** A token of the demo's user with the scope {@code organization}: of the one province the user belongs to. */
    String token(String username) {
        return token(username, "openid organization");
    }

    synchronized String token(String username, String scope) {
        Token token = tokens.get(username + " " + scope);
        if (token == null || token.since().plus(TOKEN_LIFE).isBefore(Instant.now())) {
            token = new Token(keycloak.token(username, LocalKeycloak.DEMO_PASSWORD, scope), Instant.now());
            tokens.put(username + " " + scope, token);
        }
        return token.text();
    }

    /** @param token null for nobody */
    Answer call(
            String method, String path, @Nullable String token, Map<String, String> headers, byte @Nullable [] body) {
        return call(origin(), method, path, token, headers, body);
    }

    /** The same of another process of the application. */
    Answer call(
            String origin,
            String method,
            String path,
            @Nullable String token,
            Map<String, String> headers,
            byte @Nullable [] body) {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        HttpResponse<String> response = attempt(() -> send(request.build()));
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** A file; anything else is a failure. */
    byte[] download(String path, String token) {
        return download(path, token, "*/*");
    }

    byte[] download(String path, String token, String accept) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin() + path))
                .timeout(PATIENCE)
                .setHeader("Authorization", "Bearer " + token)
                .setHeader("Accept", accept)
                .build();
        HttpResponse<byte[]> response = attempt(() -> http.send(request, BodyHandlers.ofByteArray()));
        if (response.statusCode() != 200) {
            throw new IllegalStateException("%s was answered %d.".formatted(path, response.statusCode()));
        }
        return response.body();
    }

    /**
     * A server that refuses a request before reading its body closes the connection, and the client may still pick that one
     * for the next request: it then ends without a byte of an answer. Such a request was never read; it is sent once more, on
     * a new connection. A server that gives no answer at all fails the second time too.
     */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("received no bytes")) {
                throw e;
            }
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private static <T> T attempt(Callable<T> work) {
        try {
            return work.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
