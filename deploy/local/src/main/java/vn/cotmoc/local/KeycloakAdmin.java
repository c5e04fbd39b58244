package vn.cotmoc.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's admin REST API for realm {@code cotmoc}, as far as demo and tests need it, by the bootstrap administrator of a
 * {@link LocalKeycloak}. Repeating a call is harmless.
 */
public final class KeycloakAdmin {

    static final String ADMINISTRATOR = "cotmoc-local";

    /** Keycloak gives its administrators' tokens one minute. */
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(40);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final Login administrator;
    private final HttpClient http;
    private @Nullable String token;
    private long tokenSince;

    KeycloakAdmin(String url, Login administrator, HttpClient http) {
        this.url = url;
        this.administrator = administrator;
        this.http = http;
    }

    /** An answer of Keycloak's that was not expected. */
    public static final class Unexpected extends RuntimeException {
        private final int status;

        Unexpected(String asked, int status, String body) {
            super("%s was answered by %d: %s".formatted(asked, status, body));
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /**
     * Creates the user unless there is one of that name; the password is final, not one to be changed at the first login.
     *
     * @return the user's id
     */
    public String addUser(String username, String firstName, String lastName, String password) {
        ObjectNode user = JSON.createObjectNode()
                .put("username", username)
                .put("email", username + "@cotmoc.example")
                .put("emailVerified", true)
                .put("firstName", firstName)
                .put("lastName", lastName)
                .put("enabled", true);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", password)
                .put("temporary", false);
        orConflict(() -> call("POST", "/users", user));
        return userId(username).orElseThrow();
    }

    /** Sets a final password and takes away what the user was still asked to do at the next login. */
    public void setPassword(String username, String password) {
        String id = userId(username).orElseThrow(() -> unknown("user", username));
        call(
                "PUT",
                "/users/" + id + "/reset-password",
                JSON.createObjectNode()
                        .put("type", "password")
                        .put("value", password)
                        .put("temporary", false));
        ObjectNode user = (ObjectNode) call("GET", "/users/" + id, null);
        user.putArray("requiredActions");
        call("PUT", "/users/" + id, user);
    }

    /**
     * Makes the user a member of the province with one of its roles, e.g. {@code join("lc.duyet", "lao-cai", "approver")}.
     *
     * @throws Unexpected if there is no such user, province or role
     */
    public void join(String username, String province, String role) {
        String user = userId(username).orElseThrow(() -> unknown("user", username));
        String organization = organizationId(province).orElseThrow(() -> unknown("organization", province));
        orConflict(() -> call("POST", "/organizations/" + organization + "/members", JSON.valueToTree(user)));
        String group = named(call("GET", "/organizations/" + organization + "/groups", null), "name", role)
                .orElseThrow(() -> unknown("group of " + province, role));
        call("PUT", "/organizations/%s/groups/%s/members/%s".formatted(organization, group, user), null);
    }

    public Optional<String> userId(String username) {
        return named(call("GET", "/users?exact=true&username=" + encoded(username), null), "username", username);
    }

    public Optional<String> organizationId(String alias) {
        return named(call("GET", "/organizations?max=1000", null), "alias", alias);
    }

    /** Points the browser's client to another origin: a kept realm was made for the port of its first start. */
    void pointWebTo(String origin) {
        JsonNode found = call("GET", "/clients?clientId=cotmoc-web", null).path(0);
        if (!(found instanceof ObjectNode client)
                || client.path("rootUrl").asText().equals(origin)) {
            return;
        }
        client.put("rootUrl", origin);
        client.putArray("redirectUris").add(origin + "/signed-in");
        client.putArray("webOrigins").add(origin);
        ((ObjectNode) client.get("attributes")).put("post.logout.redirect.uris", origin + "/");
        call("PUT", "/clients/" + client.path("id").asText(), client);
    }

    /**
     * Any call below {@code /admin/realms/cotmoc}.
     *
     * @return the answer's JSON; a missing node if it has no body
     * @throws Unexpected for any status but 2xx
     */
    public JsonNode call(String method, String path, @Nullable JsonNode body) {
        var request = HttpRequest.newBuilder(URI.create(url + "/admin/realms/cotmoc" + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + accessToken())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return answer(method + " " + path, send(http, request));
    }

    private static void orConflict(Runnable call) {
        try {
            call.run();
        } catch (Unexpected e) {
            if (e.status() != 409) { // it is there already
                throw e;
            }
        }
    }

    private static Optional<String> named(JsonNode items, String field, String value) {
        for (JsonNode item : items) {
            if (item.path(field).asText().equals(value)) {
                return Optional.of(item.path("id").asText());
            }
        }
        return Optional.empty();
    }

    private static Unexpected unknown(String what, String name) {
        return new Unexpected("The %s '%s'".formatted(what, name), 404, "not there");
    }

    private synchronized String accessToken() {
        if (token == null || System.nanoTime() - tokenSince > TOKEN_LIFE.toNanos()) {
            tokenSince = System.nanoTime();
            token = requestToken(
                    http,
                    url + "/realms/master",
                    Map.of(
                            "grant_type",
                            "password",
                            "client_id",
                            "admin-cli",
                            "username",
                            administrator.user(),
                            "password",
                            administrator.password()));
        }
        return token;
    }

    /** The access token a token endpoint gives for the form. */
    static String requestToken(HttpClient http, String issuer, Map<String, String> form) {
        var request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))))
                .build();
        return answer("A token of " + issuer, send(http, request))
                .path("access_token")
                .asText();
    }

    private static JsonNode answer(String asked, HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new Unexpected(asked, response.statusCode(), response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new Unexpected(asked, response.statusCode(), response.body());
        }
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Keycloak.", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
