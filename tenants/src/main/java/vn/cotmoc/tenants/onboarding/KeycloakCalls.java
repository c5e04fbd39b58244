package vn.cotmoc.tenants.onboarding;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.tenants.identity.IdentityConfiguration;

/** Calls of Keycloak's administration as {@code cotmoc-provisioner}, whose token is kept until it expires. */
@Singleton
class KeycloakCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(200), Duration.ofSeconds(1));
    private static final Duration TOKEN_RESERVE = Duration.ofSeconds(20);

    private final IdentityConfiguration configuration;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private volatile Optional<Token> token = Optional.empty();

    KeycloakCalls(IdentityConfiguration configuration, JsonMapper json) {
        this.configuration = configuration;
        this.json = json;
    }

    private record Token(String value, Instant until) {}

    /** @param body of a 2xx answer that has one, else null */
    record Answer(int status, @Nullable JsonNode body) {

        boolean isConflict() {
            return status == 409;
        }
    }

    /** A part of a path or query, encoded. */
    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /**
     * @param path under {@code /admin/realms/<realm>}
     * @param doing what it is for, for the sentence of a failure, e.g. {@code tạo tổ chức}
     * @param body of Micronaut's JSON, or null
     * @return an answer of 2xx or 409
     * @throws KeycloakFailure for every other
     */
    Answer call(String method, String path, @Nullable Object body, String doing) {
        HttpResponse<String> response = send(method, path, body, token());
        if (response.statusCode() == 401) { // revoked before its time
            token = Optional.empty();
            response = send(method, path, body, token());
        }
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw refused();
        }
        if (status / 100 != 2 && status != 409) {
            throw new KeycloakFailure("Máy chủ đăng nhập trả lời %d khi %s.".formatted(status, doing), status);
        }
        return new Answer(status, status == 409 || response.body().isBlank() ? null : read(response.body()));
    }

    /** A call that does no harm twice, made again while it may have collided with another of its kind. */
    Answer callAgain(String method, String path, @Nullable Object body, String doing) {
        for (Duration pause : PAUSES) {
            try {
                return call(method, path, body, doing);
            } catch (KeycloakFailure failure) {
                if (!failure.mayBeACollision()) {
                    throw failure;
                }
                sleep(pause);
            }
        }
        return call(method, path, body, doing);
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body, String bearer) {
        return send(HttpRequest.newBuilder(
                        URI.create("%s/admin/realms/%s%s".formatted(base(), configuration.realm(), path)))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(write(body))));
    }

    private String token() {
        return token.filter(kept -> kept.until().isAfter(Instant.now()))
                .map(Token::value)
                .orElseGet(this::fetchToken);
    }

    private String fetchToken() {
        String secret = configuration
                .secretOfProvisioner()
                .orElseThrow(() -> new KeycloakFailure("Chưa cấu hình cotmoc.identity.provisioner-secret."));
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(
                        "%s/realms/%s/protocol/openid-connect/token".formatted(base(), configuration.realm())))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=cotmoc-provisioner&client_secret="
                                + encoded(secret))));
        if (response.statusCode() == 400 || response.statusCode() == 401) {
            throw refused();
        }
        if (response.statusCode() != 200) {
            throw new KeycloakFailure(
                    "Máy chủ đăng nhập trả lời %d khi cấp quyền mở tỉnh.".formatted(response.statusCode()));
        }
        JsonNode body = read(response.body());
        JsonNode value = body.get("access_token");
        JsonNode seconds = body.get("expires_in");
        if (value == null || seconds == null) {
            throw unreadable();
        }
        var fresh = new Token(
                value.getStringValue(),
                Instant.now().plusSeconds(seconds.getLongValue()).minus(TOKEN_RESERVE));
        token = Optional.of(fresh);
        return fresh.value();
    }

    private String base() {
        return configuration.keycloakUrl().toString().replaceAll("/+$", "");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new KeycloakFailure("Không kết nối được máy chủ đăng nhập (cotmoc.identity.keycloak-url).", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static KeycloakFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new KeycloakFailure("Việc mở tỉnh bị ngắt giữa chừng.", e);
    }

    private static KeycloakFailure refused() {
        return new KeycloakFailure(
                "Máy chủ đăng nhập từ chối cotmoc-provisioner; hãy kiểm tra cotmoc.identity.provisioner-secret và quyền của nó.");
    }

    private static KeycloakFailure unreadable() {
        return new KeycloakFailure("Không đọc được trả lời của máy chủ đăng nhập (cotmoc.identity.keycloak-url).");
    }

    private JsonNode read(String text) {
        try {
            return json.readValue(text, JsonNode.class);
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private byte[] write(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException("A body for Keycloak cannot be written.", e);
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
