package vn.cotmoc.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.tenancy.TenantId;

class IssuerTokensTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeIssuer issuer = new FakeIssuer();
    private final IssuerTokens tokens = new IssuerTokens(
            new IdentityConfiguration(
                    URI.create(issuer.uri()),
                    URI.create("http://localhost:1"),
                    null,
                    "cotmoc-api",
                    List.of("cotmoc-web", "cotmoc-cli")),
            threads);

    @AfterEach
    void stop() {
        issuer.close();
        threads.shutdown();
    }

    @Test
    void aTokenOfOneProvinceGivesTheRolesOfItsGroups() {
        Caller caller = caller(issuer.token(issuer.claims().build()));
        assertThat(caller.username()).isEqualTo("lc.chuyenvien");
        assertThat(caller.fullName()).isEqualTo("Chuyên viên Lào Cai");
        assertThat(caller.province()).contains(new TenantId("lao-cai"));
        assertThat(caller.getRoles()).containsExactly(Role.OFFICER);
    }

    @Test
    void aTokenOfSeveralProvincesGivesTheRolesOfNone() {
        Caller caller = caller(issuer.token(issuer.claims()
                .claim(
                        "organization",
                        Map.of(
                                "lao-cai", Map.of("groups", List.of("/officer")),
                                "dien-bien", Map.of("groups", List.of("/approver"))))
                .build()));
        assertThat(caller.province()).isEmpty();
        assertThat(caller.getRoles()).isEmpty();
        assertThat(caller.provinces().keySet()).containsExactly(new TenantId("dien-bien"), new TenantId("lao-cai"));
    }

    @Test
    void centralRolesComeFromTheApiOnlyAndProvincesRolesFromGroupsOnly() {
        Caller caller = caller(issuer.token(issuer.claims()
                .claim(
                        "organization",
                        Map.of(
                                "lao-cai",
                                Map.of("groups", List.of("/platform-admin", "officer", "/officer/x", "/viewer"))))
                .claim(
                        "resource_access",
                        Map.of(
                                "cotmoc-api", Map.of("roles", List.of("ministry-viewer", "approver")),
                                "account", Map.of("roles", List.of("platform-admin"))))
                .claim("realm_access", Map.of("roles", List.of("platform-admin")))
                .build()));
        assertThat(caller.getRoles()).containsExactlyInAnyOrder(Role.MINISTRY_VIEWER, Role.VIEWER);
    }

    @Test
    void claimsOfAnotherShapeGiveNoProvince() {
        for (Object shape : List.of(List.of("lao-cai"), "lao-cai", Map.of(), Map.of("Lào Cai", Map.of()), 7)) {
            Caller caller = caller(
                    issuer.token(issuer.claims().claim("organization", shape).build()));
            assertThat(caller.provinces()).isEmpty();
        }
        Caller groupless = caller(issuer.token(issuer.claims()
                .claim("organization", Map.of("lao-cai", "officer"))
                .build()));
        assertThat(groupless.provinces()).isEqualTo(Map.of(new TenantId("lao-cai"), Set.of()));
    }

    @Test
    void aTokenForSomebodyElseOrOfAnotherTimeIsRefused() {
        for (var claims : List.of(
                issuer.claims().audience("account"),
                issuer.claims().audience(List.of()),
                issuer.claims().issuer("http://localhost:8180/realms/other"),
                issuer.claims().issuer(issuer.uri() + "/"),
                issuer.claims().claim("azp", "cotmoc-provisioner"),
                issuer.claims().claim("azp", null),
                issuer.claims().claim("preferred_username", null),
                issuer.claims().expirationTime(null),
                issuer.claims().expirationTime(Date.from(Instant.now().minusSeconds(30))),
                issuer.claims().notBeforeTime(Date.from(Instant.now().plusSeconds(60))))) {
            assertThat(tokens.read(issuer.token(claims.build())))
                    .as("%s", claims.build())
                    .isEmpty();
        }
    }

    @Test
    void aTokenThatTheIssuerDidNotSignIsRefused() throws Exception {
        var claims = issuer.claims().build();
        assertThat(tokens.read(new PlainJWT(claims).serialize())).isEmpty();

        // The public key as a shared secret, the old confusion of algorithms.
        var confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(issuer.key().getKeyID())
                        .build(),
                claims);
        confused.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
        assertThat(tokens.read(confused.serialize())).isEmpty();

        var otherwise = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS512)
                        .keyID(issuer.key().getKeyID())
                        .build(),
                claims);
        otherwise.sign(new RSASSASigner(issuer.key()));
        assertThat(tokens.read(otherwise.serialize())).isEmpty();

        assertThat(tokens.read(issuer.token(claims, FakeIssuer.newKey()))).isEmpty();

        String good = issuer.token(claims);
        String tampered =
                good.substring(0, good.lastIndexOf('.') + 1) + "AAAA" + good.substring(good.lastIndexOf('.') + 5);
        assertThat(tokens.read(tampered)).isEmpty();
        for (String nonsense : List.of("", "x", "a.b.c", "..", good + ".x", good.substring(10))) {
            assertThat(tokens.read(nonsense)).as(nonsense).isEmpty();
        }
        assertThat(tokens.read(good)).isPresent();
    }

    @Test
    void newKeysAreFetchedWhenATokenNamesOneAndAFloodOfStrangeKeysIsNotPassedOn() {
        assertThat(tokens.read(issuer.token(issuer.claims().build()))).isPresent();
        issuer.rotate();
        assertThat(tokens.read(issuer.token(issuer.claims().build()))).isPresent();
        var strange = FakeIssuer.newKey();
        for (int i = 0; i < 20; i++) {
            assertThat(tokens.read(issuer.token(issuer.claims().build(), strange)))
                    .isEmpty();
        }
        assertThat(issuer.fetches()).isLessThanOrEqualTo(4);
    }

    @Test
    void withoutTheIssuerKnownKeysServeOnAndUnknownOnesCannotBeJudged() {
        String known = issuer.token(issuer.claims().build());
        assertThat(tokens.read(known)).isPresent();
        issuer.goDown();
        assertThat(tokens.read(known)).isPresent();
    }

    @Test
    void withoutTheIssuersKeysNobodyIsCalledAStranger() {
        issuer.goDown();
        String token = issuer.token(issuer.claims().build());
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(IssuerUnreachable.class);
        }
    }

    private Caller caller(String token) {
        return (Caller) tokens.read(token).orElseThrow();
    }
}
