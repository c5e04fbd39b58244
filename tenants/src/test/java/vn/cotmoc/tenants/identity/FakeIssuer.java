package vn.cotmoc.tenants.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves the keys of a realm and signs tokens as Keycloak does. */
public final class FakeIssuer implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile RSAKey key = newKey();
    private volatile boolean down;

    public FakeIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/realms/cotmoc", exchange -> {
            fetches.incrementAndGet();
            String body = exchange.getRequestURI().getPath().endsWith("/certs")
                    ? new JWKSet(key.toPublicJWK()).toString()
                    : "{\"issuer\":\"%s\"}".formatted(uri());
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(down ? 503 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String uri() {
        return "http://localhost:%d/realms/cotmoc".formatted(server.getAddress().getPort());
    }

    public Map<String, Object> configuration() {
        return Map.of(
                "cotmoc.identity.issuer", uri(),
                "cotmoc.identity.keycloak-url", uri().replace("/realms/cotmoc", ""),
                "cotmoc.identity.provisioner-secret", "bí mật");
    }

    int fetches() {
        return fetches.get();
    }

    void goDown() {
        down = true;
    }

    void rotate() {
        key = newKey();
    }

    /** Claims of a good token of an officer of Lào Cai. */
    public JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject("7d0c")
                .audience(List.of("cotmoc-api", "account"))
                .claim("azp", "cotmoc-web")
                .claim("typ", "Bearer")
                .claim("preferred_username", "lc.chuyenvien")
                .claim("name", "Chuyên viên Lào Cai")
                .claim("organization", Map.of("lao-cai", Map.of("id", "1", "groups", List.of("/officer"))))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
    }

    public String token(JWTClaimsSet claims) {
        return token(claims, key);
    }

    String token(JWTClaimsSet claims, RSAKey by) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(by.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    RSAKey key() {
        return key;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
