package vn.cotmoc.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.PlainJWT;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.tenants.Database;

/** Requests with the issuer's tokens against a running server. */
class RequestsIT {

    private static final FakeIssuer ISSUER = new FakeIssuer();
    private static EmbeddedServer server;

    @BeforeAll
    static void start() throws Exception {
        Map<String, Object> properties = new HashMap<>(Database.configuration());
        properties.putAll(ISSUER.configuration());
        properties.put("spec.name", "RequestsIT");
        properties.put("micronaut.server.port", -1);
        properties.put("endpoints.health.details-visible", "ANONYMOUS");
        server = ApplicationContext.run(EmbeddedServer.class, properties);
        try (var superuser = Database.POSTGRES.connect("cotmoc", Database.POSTGRES.superuser());
                var statement = superuser.createStatement()) {
            statement.execute("""
                    insert into tenant values ('lao-cai', 'Lào Cai', 'Lao Cai', '10', false, now()),
                                              ('dien-bien', 'Điện Biên', 'Dien Bien', '11', false, now())
                    on conflict do nothing""");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        ISSUER.close();
    }

    @Test
    void aCallerWorksForTheProvinceOfTheTokenWhateverTheRequestSays() {
        assertThat(get("/probe/readers", officerOf("lao-cai"))).isEqualTo("200 lc.chuyenvien lao-cai");
        assertThat(get("/probe/readers?tenant=dien-bien&organization=dien-bien", officerOf("lao-cai")))
                .isEqualTo("200 lc.chuyenvien lao-cai");
        assertThat(get("/probe/officers", officerOf("dien-bien"))).isEqualTo("200 lc.chuyenvien dien-bien");
    }

    @Test
    void rolesOpenWhatTheyShouldAndNothingElse() {
        assertThat(get("/probe/approvers", officerOf("lao-cai"))).startsWith("403");
        assertThat(get("/probe/ministry", officerOf("lao-cai"))).startsWith("403");
        assertThat(get("/probe/readers", central("ministry-viewer"))).startsWith("403");
        assertThat(get("/probe/ministry", central("ministry-viewer"))).isEqualTo("200 lc.chuyenvien none");
        assertThat(get("/probe/platform", central("platform-admin"))).isEqualTo("200 lc.chuyenvien none");
        assertThat(get("/probe/platform", central("ministry-viewer"))).startsWith("403");
    }

    /** It stands beside the provinces: nobody works in both by one token, and no province can be called by its name. */
    @Test
    void whoWritesTheNationsRulesWorksInTheNationsWorkspaceAndNowhereElse() {
        assertThat(get("/probe/nation", central("ministry-rule-author"))).isEqualTo("200 lc.chuyenvien nation");
        assertThat(get("/probe/readers", central("ministry-rule-author"))).startsWith("403");
        String inAProvinceToo = ISSUER.token(ISSUER.claims()
                .claim("organization", Map.of("lao-cai", Map.of("groups", List.of("/officer"))))
                .claim("resource_access", Map.of("cotmoc-api", Map.of("roles", List.of("ministry-rule-author"))))
                .build());
        assertThat(get("/probe/nation", inAProvinceToo)).startsWith("403");
        assertThat(get("/probe/officers", inAProvinceToo)).isEqualTo("200 lc.chuyenvien lao-cai");
        String platformToo = ISSUER.token(ISSUER.claims()
                .claim("organization", null)
                .claim(
                        "resource_access",
                        Map.of("cotmoc-api", Map.of("roles", List.of("ministry-rule-author", "platform-admin"))))
                .build());
        assertThat(get("/probe/nation", platformToo)).startsWith("403");
        assertThat(get("/probe/platform", platformToo)).isEqualTo("200 lc.chuyenvien none");
        assertThat(get("/probe/readers", officerOf("nation"))).isEqualTo("403 no-province {}");
        assertThat(get("/probe/nation", officerOf("nation"))).isEqualTo("403 no-province {}");
    }

    @Test
    void whoStandsNowhereGetsAClearAnswer() {
        for (String path : List.of("/probe/readers", "/probe/ministry", "/probe/authenticated")) {
            assertThat(get(path, token(Map.of()))).isEqualTo("403 no-province {}");
            assertThat(get(
                            path,
                            token(Map.of(
                                    "lao-cai", Map.of("groups", List.of("/officer")),
                                    "dien-bien", Map.of("groups", List.of("/officer"))))))
                    .startsWith("403 choose-a-province {provinces=[")
                    .contains("Điện Biên", "dien-bien", "Lào Cai", "lao-cai");
            assertThat(get(path, officerOf("ha-giang"))).isEqualTo("403 province-not-open {province=ha-giang}");
        }
    }

    @Test
    void whatAnyoneMayCallAsksForNothing() {
        assertThat(get("/probe/anyone", null)).isEqualTo("200 system none");
        assertThat(get("/probe/anyone", token(Map.of()))).startsWith("200");
    }

    @Test
    void withoutAGoodTokenNobodyIsLetIn() {
        assertThat(get("/probe/authenticated", null)).startsWith("401");
        assertThat(get("/probe/authenticated", new PlainJWT(ISSUER.claims().build()).serialize()))
                .startsWith("401");
        assertThat(get("/probe/authenticated", ISSUER.token(ISSUER.claims().build(), FakeIssuer.newKey())))
                .startsWith("401");
        assertThat(get("/probe/authenticated", "rubbish")).startsWith("401");
    }

    @Test
    void whileTheIssuersKeysCannotBeHadTheAnswerIs503AndReadinessNamesTheProperty() {
        try (var deaf = new FakeIssuer()) {
            deaf.goDown();
            Map<String, Object> properties = new HashMap<>(Database.configuration());
            properties.putAll(deaf.configuration());
            properties.put("spec.name", "RequestsIT");
            properties.put("micronaut.server.port", -1);
            properties.put("endpoints.health.details-visible", "ANONYMOUS");
            try (EmbeddedServer other = ApplicationContext.run(EmbeddedServer.class, properties)) {
                String token = deaf.token(deaf.claims().build());
                assertThat(get(other, "/probe/authenticated", token)).startsWith("503");
                assertThat(get(other, "/health/readiness", null))
                        .startsWith("503")
                        .contains("cotmoc.identity.issuer")
                        .contains("does not answer");
            }
        }
        assertThat(get("/health/readiness", null)).startsWith("200").contains("\"cotmoc.identity.issuer\"");
    }

    @Test
    void nobodyElseValidatesTokens() {
        assertThat(server.getApplicationContext().getBeansOfType(TokenValidator.class))
                .hasOnlyElementsOfType(IssuerTokens.class);
        assertThat(server.getApplicationContext().getBeansOfType(AuthenticationFetcher.class))
                .hasOnlyElementsOfType(TokenAuthenticationFetcher.class);
    }

    private static String officerOf(String province) {
        return token(Map.of(province, Map.of("groups", List.of("/officer"))));
    }

    private static String token(Map<String, Object> organizations) {
        return ISSUER.token(ISSUER.claims().claim("organization", organizations).build());
    }

    private static String central(String role) {
        return ISSUER.token(ISSUER.claims()
                .claim("organization", null)
                .claim("resource_access", Map.of("cotmoc-api", Map.of("roles", List.of(role))))
                .build());
    }

    private static String get(String path, @Nullable String token) {
        return get(server, path, token);
    }

    /** Status and body. */
    private static String get(EmbeddedServer server, String path, @Nullable String token) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = java.net.http.HttpRequest.newBuilder(URI.create(server.getURI() + path));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            var response = http.send(request.build(), BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Controller("/probe")
    @Requires(property = "spec.name", value = "RequestsIT")
    @ExecuteOn(TaskExecutors.BLOCKING)
    static class Probe {

        private final CurrentTenant currentTenant;
        private final CurrentActor actor;

        Probe(CurrentTenant currentTenant, CurrentActor actor) {
            this.currentTenant = currentTenant;
            this.actor = actor;
        }

        @Get("/readers")
        @ProvinceReaders
        String readers() {
            return scope();
        }

        @Get("/officers")
        @Secured(Role.OFFICER)
        String officers() {
            return scope();
        }

        @Get("/approvers")
        @Secured(Role.APPROVER)
        String approvers() {
            return scope();
        }

        @Get("/ministry")
        @MinistryReaders
        String ministry() {
            return scope();
        }

        @Get("/nation")
        @Secured(Role.MINISTRY_RULE_AUTHOR)
        String nation() {
            return scope();
        }

        @Get("/platform")
        @Secured(Role.PLATFORM_ADMIN)
        String platform() {
            return scope();
        }

        @Get("/authenticated")
        @Secured(SecurityRule.IS_AUTHENTICATED)
        String authenticated() {
            return scope();
        }

        @Get("/anyone")
        @Secured(SecurityRule.IS_ANONYMOUS)
        String anyone() {
            return scope();
        }

        private String scope() {
            return actor.username() + " "
                    + currentTenant.find().map(TenantId::value).orElse("none");
        }
    }

    /** What web does, in short. */
    @Singleton
    @Requires(property = "spec.name", value = "RequestsIT")
    static class Refusals implements ExceptionHandler<Refusal, HttpResponse<String>> {

        @Override
        public HttpResponse<String> handle(HttpRequest request, Refusal refusal) {
            return HttpResponse.status(HttpStatus.FORBIDDEN).body(refusal.code() + " " + refusal.values());
        }
    }
}
