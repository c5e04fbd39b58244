package vn.cotmoc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeycloakIT {

    private static final String ORIGIN = "http://localhost:8080";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    static LocalPostgres postgres;
    static LocalKeycloak keycloak;
    static String provisioner;

    @BeforeAll
    static void start() throws Exception {
        postgres = LocalPostgres.temporary();
        keycloak = LocalKeycloak.start(settings(0), _ -> {});
        provisioner = KeycloakAdmin.requestToken(
                HTTP,
                keycloak.issuer(),
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "cotmoc-provisioner",
                        "client_secret", keycloak.provisionerSecret()));
        openProvince("lao-cai", "Lào Cai");
        openProvince("dien-bien", "Điện Biên");
        keycloak.admin().addUser("lc.duyet", "Người duyệt", "Lào Cai", LocalKeycloak.DEMO_PASSWORD);
        keycloak.admin().join("lc.duyet", "lao-cai", "approver");
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
        postgres.close();
    }

    private static LocalKeycloak.Settings settings(int port) {
        return new LocalKeycloak.Settings(
                LocalHome.ofProject(),
                port,
                0,
                ORIGIN,
                postgres.url("keycloak"),
                postgres.keycloak(),
                Secrets.kept(new LocalHome(folder)),
                folder.resolve("keycloak.log"),
                folder.resolve("keycloak.pid"));
    }

    /** As the application does it: by the provisioner's own rights, not the administrator's. */
    private static void openProvince(String alias, String name) throws Exception {
        String organization = created(provision(
                "/organizations",
                JSON.createObjectNode()
                        .put("name", name)
                        .put("alias", alias)
                        .put("enabled", true)
                        .set(
                                "domains",
                                JSON.createArrayNode()
                                        .add(JSON.createObjectNode().put("name", alias + ".example.vn")))));
        for (String role : List.of("viewer", "officer", "approver", "rule-author", "province-admin")) {
            created(provision(
                    "/organizations/" + organization + "/groups",
                    JSON.createObjectNode().put("name", role)));
        }
    }

    private static HttpResponse<String> provision(String path, JsonNode body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak.url() + "/admin/realms/cotmoc" + path))
                        .header("Authorization", "Bearer " + provisioner)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String created(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        String location = response.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    void aMinistryUsersTokenIsForTheApiAndNamesTheRole() throws Exception {
        JsonNode claims = claims("bo.xem", "openid organization");
        assertThat(claims.path("iss").asText()).isEqualTo(keycloak.issuer());
        assertThat(claims.path("aud").asText()).isEqualTo("cotmoc-api");
        assertThat(claims.path("azp").asText()).isEqualTo("cotmoc-cli");
        assertThat(claims.at("/resource_access/cotmoc-api/roles")).hasToString("[\"ministry-viewer\"]");
        assertThat(claims.path("preferred_username").asText()).isEqualTo("bo.xem");
        assertThat(claims.path("name").asText()).isEqualTo("Người xem Bộ");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void aProvincesUsersTokenNamesTheProvinceAndTheRolesInIt() throws Exception {
        for (String scope : List.of("openid organization", "openid organization:lao-cai")) {
            JsonNode claims = claims("lc.duyet", scope);
            assertThat(claims.path("aud").asText()).isEqualTo("cotmoc-api");
            assertThat(claims.has("resource_access")).isFalse();
            JsonNode organization = claims.path("organization");
            assertThat(organization.size()).as(scope).isEqualTo(1);
            assertThat(organization.at("/lao-cai/id").asText()).isNotEmpty();
            assertThat(organization.at("/lao-cai/groups")).hasToString("[\"/approver\"]");
        }
    }

    @Test
    void aStrangerGetsNoClaimOfAProvince() throws Exception {
        assertThat(claims("lc.duyet", "openid organization:dien-bien")
                        .path("organization")
                        .has("dien-bien"))
                .isFalse();
        assertThat(claims("khong.tinh", "openid organization:lao-cai")
                        .path("organization")
                        .has("lao-cai"))
                .isFalse();
        assertThat(claims("khong.tinh", "openid organization")
                        .path("organization")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void theBrowsersClientMustProveItselfByPkceAndOnlyItsOwnAddressIsAnswered() throws Exception {
        String back = URLEncoder.encode(ORIGIN + "/signed-in", StandardCharsets.UTF_8);
        String challenge = "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=";
        HttpResponse<String> page = authorize(back, challenge + "S256");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html", "lang=\"vi\"", "Cột Mốc", "css/cotmoc.css", "id=\"username\"");
        assertThat(refusal(authorize(back, ""))).contains("error=invalid_request", "code_challenge");
        assertThat(refusal(authorize(back, challenge + "plain"))).contains("error=invalid_request");
        for (String elsewhere : List.of(ORIGIN + "/", ORIGIN + "/signed-in/more", "http://localhost:9/signed-in")) {
            assertThat(authorize(URLEncoder.encode(elsewhere, StandardCharsets.UTF_8), challenge + "S256")
                            .statusCode())
                    .as(elsewhere)
                    .isEqualTo(400);
        }
    }

    @Test
    void onlyTheScriptsClientTakesAPassword() {
        for (String client : List.of("cotmoc-web", "admin-cli", "account-console", "cotmoc-api")) {
            assertThatThrownBy(() -> KeycloakAdmin.requestToken(
                            HTTP,
                            keycloak.issuer(),
                            Map.of(
                                    "grant_type",
                                    "password",
                                    "client_id",
                                    client,
                                    "username",
                                    "bo.xem",
                                    "password",
                                    LocalKeycloak.DEMO_PASSWORD)))
                    .as(client)
                    .isInstanceOf(KeycloakAdmin.Unexpected.class)
                    .hasMessageContainingAll("\"error\"");
        }
    }

    @Test
    void theRealmFileOfProductionHasNeitherPasswordsNorTheScriptsClient() throws Exception {
        JsonNode realm;
        try (var file =
                Objects.requireNonNull(LocalKeycloak.class.getResourceAsStream("keycloak/realm/cotmoc-realm.json"))) {
            realm = JSON.readTree(file);
        }
        for (JsonNode client : realm.path("clients")) {
            assertThat(client.path("clientId").asText()).isNotEqualTo("cotmoc-cli");
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        }
        assertThat(realm.findValues("credentials")).isEmpty();
        assertThat(realm.findValuesAsText("secret")).containsExactly("${COTMOC_PROVISIONER_SECRET}");
        assertThat(realm.path("refreshTokenMaxReuse").asInt(-1)).isZero();
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
    }

    @Test
    void acceptsHeadersOfTwentyKilobytes() throws Exception {
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak.issuer()))
                        .header("X-Long", "a".repeat(20_000))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAPortInUseInOneSentence() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LocalKeycloak.Settings free = settings(other.getLocalPort());
            var taken = new LocalKeycloak.Settings(
                    free.home(),
                    free.port(),
                    0,
                    ORIGIN,
                    free.database(),
                    free.databaseLogin(),
                    free.secrets(),
                    folder.resolve("other.log"),
                    folder.resolve("other.pid"));
            assertThatThrownBy(() -> LocalKeycloak.start(taken, _ -> {}))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith(
                            "Port %d, meant for Keycloak, is in use by ".formatted(other.getLocalPort()));
        }
    }

    private static JsonNode claims(String username, String scope) throws IOException {
        String token = keycloak.token(username, LocalKeycloak.DEMO_PASSWORD, scope);
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static HttpResponse<String> authorize(String redirect, String pkce) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak.issuer()
                                + "/protocol/openid-connect/auth?client_id=cotmoc-web&response_type=code&scope=openid&ui_locales=vi&redirect_uri="
                                + redirect + pkce))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String refusal(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow();
    }
}
