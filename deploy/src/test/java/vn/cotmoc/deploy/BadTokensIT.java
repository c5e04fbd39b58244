package vn.cotmoc.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.cotmoc.deploy.OpenApi.Operation;
import vn.cotmoc.deploy.Requests.Request;
import vn.cotmoc.deploy.Stack.Answer;
import vn.cotmoc.deploy.TenantRows.Mark;
import vn.cotmoc.local.KeycloakAdmin;
import vn.cotmoc.local.LocalKeycloak;
import vn.cotmoc.local.Login;

/** No token but the issuer's own, for this API, for now and by a client that may call, opens anything. */
class BadTokensIT {

    /** The application lets clocks differ by 15 s. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(16);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Stack stack;
    private static OpenApi api;
    private static TenantRows rows;
    private static Mark begun;
    private static Province own;
    private static String expiring;
    private static Instant expired;

    /** By what is wrong. */
    private static final Map<String, String> TOKENS = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        stack = Stack.running();
        api = OpenApi.of(stack);
        rows = new TenantRows(stack.postgres());
        begun = rows.mark();
        own = new Province(stack, rows, "lao-cai", "lc");

        expiring = withClient(client -> ((ObjectNode) client.get("attributes")).put("access.token.lifespan", "2"));
        assertThat(me("Bearer " + expiring).status()).as("good until it ends").isEqualTo(200);
        expired = Instant.now().plusSeconds(2).plus(CLOCKS_APART);
        forge(stack.token(own.user("quantri")));
        TOKENS.put("no audience", withoutAudience());
        TOKENS.put("a client that may not call", ofAnotherClient());
        TOKENS.put("another realm", ofAnotherRealm());
        TOKENS.put("the administrators' realm", ofMaster());
    }

    @AfterAll
    static void forget() {
        rows.forgetSince(begun);
        rows.close();
    }

    private static void forge(String good) throws Exception {
        String[] parts = good.split("\\.");
        JsonNode header = decoded(parts[0]);
        JsonNode claims = decoded(parts[1]);
        String elsewhere = encoded(JSON.readTree(claims.toString().replace("lao-cai", "dien-bien")));
        X509Certificate certificate = certificate(header.path("kid").asText());
        RSAPublicKey key = (RSAPublicKey) certificate.getPublicKey();
        TOKENS.put("nothing of a token", "rubbish");
        TOKENS.put("dots only", "..");
        TOKENS.put("three empty objects", "e30.e30.e30");
        TOKENS.put("no signature", parts[0] + "." + parts[1] + ".");
        TOKENS.put("half a token", good.substring(0, good.length() / 2));
        TOKENS.put("another province in the claims", parts[0] + "." + elsewhere + "." + parts[2]);
        TOKENS.put("another signature", parts[0] + "." + parts[1] + "." + flipped(parts[2]));
        for (String none : new String[] {"none", "None", "NONE"}) {
            TOKENS.put("alg " + none, encoded(JSON.createObjectNode().put("alg", none)) + "." + parts[1] + ".");
            TOKENS.put(
                    "alg " + none + " with the old signature",
                    encoded(JSON.createObjectNode().put("alg", none)) + "." + parts[1] + "." + parts[2]);
        }
        String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()));
        JsonNode symmetric = ((ObjectNode) header.deepCopy()).put("alg", "HS256");
        TOKENS.put("HS256 by the public key's bytes", hmac(symmetric, parts[1], key.getEncoded()));
        TOKENS.put("HS256 by the public key's PEM", hmac(symmetric, parts[1], pem.getBytes(UTF_8)));
        TOKENS.put(
                "HS256 by the public key's modulus",
                hmac(symmetric, parts[1], key.getModulus().toByteArray()));
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair stranger = generator.generateKeyPair();
        TOKENS.put("a stranger's key under the issuer's key id", signed(header, parts[1], stranger));
        TOKENS.put(
                "a stranger's key",
                signed(((ObjectNode) header.deepCopy()).put("kid", "stranger"), parts[1], stranger));
        ObjectNode carried = header.deepCopy();
        RSAPublicKey strangers = (RSAPublicKey) stranger.getPublic();
        carried.putObject("jwk")
                .put("kty", "RSA")
                .put("n", base64(strangers.getModulus().toByteArray()))
                .put("e", base64(strangers.getPublicExponent().toByteArray()));
        TOKENS.put("a key that it brings along", signed(carried, parts[1], stranger));
        TOKENS.put(
                "a key to be fetched elsewhere",
                signed(
                        ((ObjectNode) header.deepCopy()).put("jku", stack.origin() + "/openapi.yml"),
                        parts[1],
                        stranger));
    }

    private static X509Certificate certificate(String keyId) throws Exception {
        JsonNode keys = JSON.readTree(HTTP.send(
                        HttpRequest.newBuilder(URI.create(stack.keycloak().issuer() + "/protocol/openid-connect/certs"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        for (JsonNode key : keys.path("keys")) {
            if (key.path("kid").asText().equals(keyId)) {
                byte[] der = Base64.getDecoder().decode(key.at("/x5c/0").asText());
                return (X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new java.io.ByteArrayInputStream(der));
            }
        }
        throw new IllegalStateException("The issuer does not show the key %s.".formatted(keyId));
    }

    private static JsonNode decoded(String part) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static String encoded(JsonNode node) {
        return base64(node.toString().getBytes(UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String flipped(String signature) {
        byte[] bytes = Base64.getUrlDecoder().decode(signature);
        bytes[bytes.length / 2] ^= 1;
        return base64(bytes);
    }

    private static String hmac(JsonNode header, String claims, byte[] key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String text = encoded(header) + "." + claims;
        return text + "." + base64(mac.doFinal(text.getBytes(UTF_8)));
    }

    private static String signed(JsonNode header, String claims, KeyPair key) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.getPrivate());
        String text = encoded(header) + "." + claims;
        signature.update(text.getBytes(UTF_8));
        return text + "." + base64(signature.sign());
    }

    private interface Change {
        void of(ObjectNode client);
    }

    /** A token of the scripts' client as it would be with the change, which is then taken back. */
    private static String withClient(Change change) {
        KeycloakAdmin admin = stack.keycloak().admin();
        ObjectNode client = client(admin);
        String path = "/clients/" + client.path("id").asText();
        ObjectNode changed = client.deepCopy();
        change.of(changed);
        admin.call("PUT", path, changed);
        try {
            return fresh("openid organization");
        } finally {
            ((ObjectNode) client.get("attributes")).put("access.token.lifespan", "");
            admin.call("PUT", path, client);
        }
    }

    private static ObjectNode client(KeycloakAdmin admin) {
        return (ObjectNode)
                admin.call("GET", "/clients?clientId=cotmoc-cli", null).path(0);
    }

    private static String withoutAudience() {
        KeycloakAdmin admin = stack.keycloak().admin();
        String client = client(admin).path("id").asText();
        for (JsonNode scope : admin.call("GET", "/clients/%s/default-client-scopes".formatted(client), null)) {
            if (scope.path("name").asText().equals("cotmoc-api")) {
                String path = "/clients/%s/default-client-scopes/%s"
                        .formatted(client, scope.path("id").asText());
                admin.call("DELETE", path, null);
                try {
                    return fresh("openid organization");
                } finally {
                    admin.call("PUT", path, null);
                }
            }
        }
        throw new IllegalStateException("cotmoc-cli has no scope cotmoc-api.");
    }

    private static String ofAnotherClient() {
        KeycloakAdmin admin = stack.keycloak().admin();
        ObjectNode client = client(admin);
        client.remove("id");
        client.put("clientId", "stranger");
        client.remove("protocolMappers");
        admin.call("POST", "/clients", client);
        return token("cotmoc", "stranger", own.user("quantri"), LocalKeycloak.DEMO_PASSWORD, "openid organization");
    }

    /** A realm of the same server that gives tokens of the same words. */
    private static String ofAnotherRealm() throws Exception {
        ObjectNode realm = JSON.createObjectNode().put("realm", "other").put("enabled", true);
        realm.putArray("users")
                .addObject()
                .put("username", "lc.quantri")
                .put("enabled", true)
                .put("email", "lc.quantri@cotmoc.example")
                .put("emailVerified", true)
                .put("firstName", "Quản trị")
                .put("lastName", "Lào Cai")
                .putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", LocalKeycloak.DEMO_PASSWORD);
        ObjectNode client = realm.putArray("clients")
                .addObject()
                .put("clientId", "cotmoc-cli")
                .put("enabled", true)
                .put("publicClient", true)
                .put("directAccessGrantsEnabled", true);
        ArrayNode mappers = client.putArray("protocolMappers");
        mappers.addObject()
                .put("name", "audience")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper")
                .putObject("config")
                .put("included.custom.audience", "cotmoc-api")
                .put("access.token.claim", "true");
        mappers.addObject()
                .put("name", "organization")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-hardcoded-claim-mapper")
                .putObject("config")
                .put("claim.name", "organization")
                .put("claim.value", "{\"lao-cai\": {\"groups\": [\"/province-admin\"]}}")
                .put("jsonType.label", "JSON")
                .put("access.token.claim", "true");
        HttpResponse<String> made = HTTP.send(
                HttpRequest.newBuilder(URI.create(stack.keycloak().url() + "/admin/realms"))
                        .header("Authorization", "Bearer " + ofMaster())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(realm.toString()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String token = token("other", "cotmoc-cli", "lc.quantri", LocalKeycloak.DEMO_PASSWORD, "openid");
        JsonNode claims = decoded(token.split("\\.")[1]);
        assertThat(claims.at("/organization/lao-cai/groups/0").asText()).isEqualTo("/province-admin");
        assertThat(claims.path("aud").toString()).contains("cotmoc-api");
        return token;
    }

    private static String ofMaster() {
        Login administrator = stack.keycloak().administrator();
        return token("master", "admin-cli", administrator.user(), administrator.password(), "openid");
    }

    private static String fresh(String scope) {
        return stack.keycloak().token(own.user("quantri"), LocalKeycloak.DEMO_PASSWORD, scope);
    }

    private static String token(String realm, String client, String user, String password, String scope) {
        String form = "grant_type=password&client_id=%s&username=%s&password=%s&scope=%s"
                .formatted(client, user, password, scope.replace(" ", "%20"));
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create("%s/realms/%s/protocol/openid-connect/token"
                                    .formatted(stack.keycloak().url(), realm)))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body()).path("access_token").asText();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Else the tests below would prove nothing. */
    @Test
    void theTokenTheyWereMadeFromIsGood() {
        assertThat(me("Bearer " + stack.token(own.user("quantri"))).status()).isEqualTo(200);
        assertThat(me("Bearer " + fresh("openid organization")).status())
                .as("the scripts' client is as it was")
                .isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> noOperationTakesABadToken() {
        return api.operations().stream()
                .filter(operation -> !operation.id().equals("getConfiguration"))
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    Map<String, String> before = rows.fingerprint();
                    Request request = Requests.of(operation, own);
                    var refused = new SoftAssertions();
                    TOKENS.forEach((wrong, token) ->
                            refused(operation, wrong, request.send(stack, operation, token), token, refused));
                    refused.assertThat(rows.fingerprint()).isEqualTo(before);
                    refused.assertAll();
                }));
    }

    @Test
    void aTokenThatEndedOpensNothing() throws Exception {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), expired).toMillis()));
        var refused = new SoftAssertions();
        for (Operation operation : api.operations()) {
            if (!operation.id().equals("getConfiguration")) {
                Answer answer = Requests.of(operation, own).send(stack, operation, expiring);
                refused(operation, "ended", answer, expiring, refused);
            }
        }
        refused.assertAll();
    }

    @Test
    void aTokenIsTakenFromItsHeaderOnly() {
        String good = stack.token(own.user("quantri"));
        for (String authorization : new String[] {"Basic " + good, "Bearer", "Bearer ", good, "Token " + good}) {
            assertThat(me(authorization).status())
                    .as(authorization.replace(good, "…"))
                    .isEqualTo(401);
        }
        for (String path : new String[] {"/api/v1/plans?access_token=" + good, "/api/v1/plans?token=" + good}) {
            Answer answer = stack.call("GET", path, null, Map.of(), null);
            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain(good);
        }
        for (String cookie : new String[] {"JWT", "access_token", "SESSION"}) {
            assertThat(stack.call("GET", "/api/v1/plans", null, Map.of("Cookie", cookie + "=" + good), null)
                            .status())
                    .isEqualTo(401);
        }
    }

    private static Answer me(String authorization) {
        return stack.call("GET", "/api/v1/me", null, Map.of("Authorization", authorization), null);
    }

    private static void refused(
            Operation operation, String wrong, Answer answer, String token, SoftAssertions refused) {
        refused.assertThat(answer.status() + " " + answer.code())
                .as("%s with %s: %s", operation.id(), wrong, answer)
                .isEqualTo("401 not-signed-in");
        refused.assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .as("%s with %s", operation.id(), wrong)
                .isPresent();
        if (token.length() > 20) {
            refused.assertThat(answer.headers().map() + answer.body())
                    .as("%s with %s", operation.id(), wrong)
                    .doesNotContain(token);
        }
    }
}
