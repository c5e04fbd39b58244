package vn.cotmoc.deploy.demo;

import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Access tokens, asked for again shortly before they end: a load may take longer than one lives. */
final class Tokens {

    private static final Duration MARGIN = Duration.ofSeconds(20);

    private record Token(String text, Instant end) {}

    private final JsonCalls calls;
    private final DemoSite site;
    private final Map<Map<String, String>, Token> tokens = new HashMap<>();

    Tokens(JsonCalls calls, DemoSite site) {
        this.calls = calls;
        this.site = site;
    }

    /** @param province whose role the person acts in; empty for a central role */
    String ofPerson(String username, Optional<String> province) {
        return of(
                site.realm(),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "cotmoc-cli",
                        "username",
                        username,
                        "password",
                        DemoUsers.PASSWORD,
                        "scope",
                        province.map(id -> "openid organization:" + id).orElse("openid")));
    }

    String ofAdmin() {
        return switch (site.admin()) {
            case DemoSite.ServiceAccount(String clientId, String secret) ->
                of(
                        site.realm(),
                        Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
            case DemoSite.MasterAdmin(String username, String password) ->
                of(
                        "master",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                username,
                                "password",
                                password));
        };
    }

    private String of(String realm, Map<String, String> grant) {
        Token token = tokens.get(grant);
        if (token == null || Instant.now().isAfter(token.end())) {
            token = ask(realm, new LinkedHashMap<>(grant));
            tokens.put(grant, token);
        }
        return token.text();
    }

    private Token ask(String realm, Map<String, String> grant) {
        Instant asked = Instant.now();
        URI endpoint = site.keycloak().resolve("/realms/%s/protocol/openid-connect/token".formatted(realm));
        JsonCalls.Answer answer = calls.sendForm(endpoint, grant);
        JsonNode text = answer.body().get("access_token");
        JsonNode seconds = answer.body().get("expires_in");
        if (!answer.ok() || text == null || seconds == null) {
            throw new DemoFailure("Keycloak gave %s no token: %s."
                    .formatted(grant.getOrDefault("username", grant.getOrDefault("client_id", "?")), answer));
        }
        Duration life = Duration.ofSeconds(seconds.getLongValue()).minus(MARGIN);
        return new Token(text.getStringValue(), asked.plus(life.isNegative() ? Duration.ZERO : life));
    }
}
