package vn.cotmoc.tenants.onboarding;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The part of Keycloak's administration that opening a province needs, with its conflicts, and trouble on request. */
final class FakeKeycloak implements AutoCloseable {

    /** What happens at the chosen call. */
    enum Trouble {
        /** It does nothing and answers 500. */
        REFUSES,
        /** It does nothing and answers 400, as to one of two that make the same row at once. */
        COLLIDES,
        /** It does its work, but the answer is lost. */
        LOSES_THE_ANSWER,
        /** It does its work and never answers: the caller is killed meanwhile. */
        HANGS
    }

    static final class Organization {
        String id = UUID.randomUUID().toString();
        String name = "";
        String alias = "";
        String madeBy = "";
        final Map<String, String> groups = new TreeMap<>();
        final TreeSet<String> members = new TreeSet<>();
        final Map<String, TreeSet<String>> groupMembers = new HashMap<>();
    }

    static final class User {
        String id = UUID.randomUUID().toString();
        String username = "";
        String email = "";
        long createdTimestamp = System.currentTimeMillis();
        boolean mustChangePassword;
        final List<String> passwords = new ArrayList<>();
    }

    final Map<String, Organization> organizations = new LinkedHashMap<>();
    final Map<String, User> users = new LinkedHashMap<>();

    private final JsonMapper json = JsonMapper.createDefault();
    private final HttpServer server;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Trouble trouble = Trouble.REFUSES;
    private int callsUntilTrouble = Integer.MAX_VALUE;
    private int calls;
    final CountDownLatch hanging = new CountDownLatch(1);

    FakeKeycloak() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    Map<String, Object> configuration() {
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "cotmoc.identity.issuer",
                url + "/realms/cotmoc",
                "cotmoc.identity.keycloak-url",
                url,
                "cotmoc.identity.provisioner-secret",
                "bí mật");
    }

    synchronized void plan(Trouble trouble, int atCall) {
        this.trouble = trouble;
        this.callsUntilTrouble = atCall;
        this.calls = 0;
    }

    synchronized int calls() {
        return calls;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        Trouble now = null;
        Reply reply;
        synchronized (this) {
            calls++;
            if (calls == callsUntilTrouble) {
                now = trouble;
            }
            reply = now == Trouble.REFUSES
                    ? new Reply(500, null)
                    : now == Trouble.COLLIDES ? new Reply(400, null) : work(exchange, sent);
        }
        if (now == Trouble.HANGS) {
            hanging.countDown();
            await(stopped);
        }
        if (now == Trouble.LOSES_THE_ANSWER || now == Trouble.HANGS) {
            exchange.close();
            return;
        }
        byte[] body = reply.body() == null ? new byte[0] : json.writeValueAsBytes(reply.body());
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Reply(int status, @Nullable Object body) {}

    private Reply work(HttpExchange exchange, byte[] sent) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        if (path.endsWith("/token")) {
            return new String(sent, UTF_8).contains("client_secret=b%C3%AD%20m%E1%BA%ADt")
                    ? new Reply(200, Map.of("access_token", "chìa", "expires_in", 60))
                    : new Reply(401, null);
        }
        JsonNode body = sent.length == 0 ? JsonNode.nullNode() : json.readValue(sent, JsonNode.class);
        String[] part = path.substring("/admin/realms/cotmoc/".length()).split("/");
        String route = exchange.getRequestMethod() + " " + part[0] + (part.length > 2 ? "/" + part[2] : "");
        return switch (route) {
            case "GET organizations" ->
                found(
                        organizations,
                        one -> ("opening:" + one.madeBy).equals(query.get("q")),
                        one -> Map.of("id", one.id, "name", one.name, "alias", one.alias));
            case "POST organizations" -> addOrganization(body);
            case "GET organizations/groups" ->
                new Reply(
                        200,
                        organization(part[1]).groups.entrySet().stream()
                                .map(group -> Map.of("name", group.getKey(), "id", group.getValue()))
                                .toList());
            case "POST organizations/groups" -> {
                var groups = organization(part[1]).groups;
                String name = body.get("name").getStringValue();
                yield new Reply(groups.putIfAbsent(name, UUID.randomUUID().toString()) == null ? 201 : 409, null);
            }
            case "GET organizations/members" ->
                found(
                        users,
                        user -> organization(part[1]).members.contains(user.id)
                                && user.username.equals(query.get("search")),
                        FakeKeycloak::shown);
            case "POST organizations/members" ->
                new Reply(organization(part[1]).members.add(body.getStringValue()) ? 201 : 409, null);
            case "PUT organizations/groups" -> {
                organization(part[1])
                        .groupMembers
                        .computeIfAbsent(part[3], group -> new TreeSet<>())
                        .add(part[5]);
                yield new Reply(204, null);
            }
            case "GET users" -> found(users, user -> user.username.equals(query.get("username")), FakeKeycloak::shown);
            case "POST users" -> addUser(body);
            case "GET users/credentials" ->
                new Reply(200, user(part[1]).passwords.isEmpty() ? List.of() : List.of(Map.of("type", "password")));
            case "PUT users/reset-password" -> {
                User user = user(part[1]);
                user.passwords.add(body.get("value").getStringValue());
                user.mustChangePassword = body.get("temporary").getBooleanValue();
                yield new Reply(204, null);
            }
            default -> new Reply(404, null);
        };
    }

    private Organization organization(String id) {
        return Objects.requireNonNull(organizations.get(id), id);
    }

    private User user(String id) {
        return Objects.requireNonNull(users.get(id), id);
    }

    private Reply addOrganization(JsonNode body) {
        var made = new Organization();
        made.name = body.get("name").getStringValue();
        made.alias = body.get("alias").getStringValue();
        made.madeBy = body.get("attributes").get("opening").get(0).getStringValue();
        return add(made);
    }

    synchronized Reply add(Organization made) {
        if (organizations.values().stream()
                .anyMatch(one -> one.alias.equals(made.alias) || one.name.equals(made.name))) {
            return new Reply(409, null);
        }
        organizations.put(made.id, made);
        return new Reply(201, null);
    }

    private Reply addUser(JsonNode body) {
        var made = new User();
        made.username = body.get("username").getStringValue();
        made.email = body.get("email").getStringValue();
        return add(made);
    }

    synchronized Reply add(User made) {
        if (users.values().stream()
                .anyMatch(one -> one.username.equals(made.username) || one.email.equals(made.email))) {
            return new Reply(409, null);
        }
        users.put(made.id, made);
        return new Reply(201, null);
    }

    private static Map<String, Object> shown(User user) {
        return Map.of(
                "id", user.id,
                "username", user.username,
                "email", user.email,
                "createdTimestamp", user.createdTimestamp);
    }

    private static <T> Reply found(Map<String, T> all, Predicate<T> wanted, Function<T, Map<String, Object>> shown) {
        return new Reply(200, all.values().stream().filter(wanted).map(shown).toList());
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                String[] sides = pair.split("=", 2);
                query.put(sides[0], URLDecoder.decode(sides[1], UTF_8));
            }
        }
        return query;
    }

    @Override
    public void close() {
        stopped.countDown();
        server.stop(0);
    }
}
