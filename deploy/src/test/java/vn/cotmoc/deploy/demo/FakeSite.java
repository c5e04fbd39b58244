package vn.cotmoc.deploy.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A product and a Keycloak that accept everything and remember what was created. */
final class FakeSite implements AutoCloseable {

    private record Call(String path, String key) {}

    private final HttpServer server;
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<String> members = Collections.synchronizedList(new ArrayList<>());
    private final List<String> changes = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> reports = new ConcurrentHashMap<>();
    private volatile String refused = "";

    FakeSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Statements with this code are answered 422 from now on. */
    void refuse(String code) {
        refused = code;
    }

    List<String> keys() {
        return calls.stream().map(Call::key).toList();
    }

    void forgetKeys() {
        calls.clear();
    }

    /** Addresses of those who were put into units. */
    List<String> members() {
        return List.copyOf(members);
    }

    /** What was done to what was there: method and path, of deadlines and of reports. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    /** Statuses of the reports, by path. */
    Map<String, String> reports() {
        return Map.copyOf(reports);
    }

    /** Creating calls whose path ends so. */
    Stream<String> created(String ending) {
        return calls.stream().map(Call::path).filter(path -> path.endsWith(ending));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!path.startsWith("/api/")) {
            send(exchange, keycloakStatus(exchange), keycloak(exchange));
        } else if (!refused.isEmpty() && body.contains("\"code\":\"" + refused + "\"")) {
            send(exchange, 422, "{\"type\":\"urn:cotmoc:problem:refused\"}");
        } else if (path.startsWith("/api/v1/submissions/")) {
            send(exchange, 200, report(exchange.getRequestMethod(), path, body));
        } else if (path.startsWith("/api/v1/forms/")) {
            if (exchange.getRequestMethod().equals("PUT")) {
                changes.add(path);
            }
            send(exchange, 200, "{\"deadlines\":[]}");
        } else if (exchange.getRequestMethod().equals("PUT")) {
            if (path.contains("/members/")) {
                members.add(path);
            }
            send(exchange, 200, "{}");
        } else {
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            calls.add(new Call(path, key));
            send(exchange, 201, "{\"id\":\"%s\",\"state\":\"open\"}".formatted(key));
        }
    }

    /** A report with one cell, which becomes what is done to it. */
    private String report(String method, String path, String body) {
        String report = path.replaceAll("/(figures|handover|decisions|cells)$", "");
        if (path.endsWith("/cells")) {
            return "{\"items\":[{\"cell\":1}]}";
        }
        if (method.equals("GET")) {
            return "{\"submission\":%s}".formatted(sent(report));
        }
        changes.add(path);
        if (path.endsWith("/handover")) {
            reports.put(report, "submitted");
        } else if (path.endsWith("/decisions")) {
            reports.put(report, body.replaceAll(".*\"status\":\"([a-z]+)\".*", "$1"));
        }
        return sent(report);
    }

    private String sent(String report) {
        return "{\"status\":\"%s\",\"version\":1}".formatted(reports.getOrDefault(report, "draft"));
    }

    private static int keycloakStatus(HttpExchange exchange) {
        boolean asks = exchange.getRequestMethod().equals("GET")
                || exchange.getRequestURI().getPath().endsWith("/token");
        return asks ? 200 : 204;
    }

    private static String keycloak(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        String path = uri.getPath();
        if (path.endsWith("/token")) {
            return "{\"access_token\":\"t\",\"expires_in\":300}";
        }
        if (path.endsWith("/organizations")) {
            return "[%s]"
                    .formatted(String.join(
                            ",",
                            Stream.of("lao-cai", "dien-bien", "lai-chau", "mo-phong")
                                    .map(alias -> "{\"id\":\"%s\",\"alias\":\"%s\"}".formatted(alias, alias))
                                    .toList()));
        }
        if (path.endsWith("/groups")) {
            return "[%s]"
                    .formatted(String.join(
                            ",",
                            Stream.of("viewer", "officer", "approver", "rule-author", "province-admin")
                                    .map(role -> "{\"id\":\"%s\",\"name\":\"%s\"}".formatted(role, role))
                                    .toList()));
        }
        if (path.endsWith("/clients")) {
            return "[{\"id\":\"api\",\"clientId\":\"cotmoc-api\"}]";
        }
        if (path.contains("/roles/")) {
            return "{\"id\":\"r\",\"name\":\"r\"}";
        }
        if (path.endsWith("/users") && uri.getQuery() != null) {
            String username = uri.getQuery().replaceAll(".*username=", "");
            return "[{\"id\":\"%s\",\"username\":\"%s\"}]".formatted(username, username);
        }
        return "";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        if (status != 204) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
