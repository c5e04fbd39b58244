package vn.cotmoc.tenants.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cotmoc.core.provinces.Beginning;
import vn.cotmoc.core.provinces.Opening;
import vn.cotmoc.core.provinces.Opening.FirstAdministrator;
import vn.cotmoc.core.provinces.OpeningStep;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.local.LocalHome;
import vn.cotmoc.local.LocalKeycloak;
import vn.cotmoc.local.Secrets;
import vn.cotmoc.tenants.Database;
import vn.cotmoc.tenants.onboarding.OpenProvince.Command;
import vn.cotmoc.tenants.onboarding.OpenProvince.Outcome;

/** What the fake beside {@link OpenProvinceIT} claims of Keycloak, asked of the real one. */
class RealKeycloakIT {

    @TempDir
    static Path folder;

    private static LocalKeycloak keycloak;
    private static ApplicationContext application;
    private static OpenProvince openProvince;

    @BeforeAll
    static void start() {
        keycloak = LocalKeycloak.start(
                new LocalKeycloak.Settings(
                        LocalHome.ofProject(),
                        0,
                        0,
                        "http://localhost:8080",
                        Database.POSTGRES.url("keycloak"),
                        Database.POSTGRES.keycloak(),
                        Secrets.kept(new LocalHome(folder)),
                        folder.resolve("keycloak.log"),
                        folder.resolve("keycloak.pid")),
                _ -> {});
        Map<String, Object> properties = new HashMap<>(Map.of(
                "cotmoc.identity.issuer", keycloak.issuer(),
                "cotmoc.identity.keycloak-url", keycloak.url(),
                "cotmoc.identity.provisioner-secret", keycloak.provisionerSecret()));
        application = Database.application(properties);
        openProvince = application.getBean(OpenProvince.class);
    }

    @AfterAll
    static void stop() {
        application.close();
        keycloak.close();
    }

    @Test
    void aProvinceIsOpenedOnceAndItsAdministratorMustChangeThePassword() {
        Command command = command("that-1", "Tỉnh thật 1", "that.1");
        assertThat(openProvince.open(command)).isInstanceOf(Outcome.Opened.class);
        assertThat(openProvince.open(command)).isInstanceOf(Outcome.AlreadyOpen.class);

        var user = keycloak.admin().userId("that.1").orElseThrow();
        var actions = keycloak.admin().call("GET", "/users/" + user, null).get("requiredActions");
        assertThat(actions.toString()).contains("UPDATE_PASSWORD");
        var organization = keycloak.admin().organizationId("that-1").orElseThrow();
        assertThat(keycloak.admin()
                        .call("GET", "/organizations/" + organization + "/members", null)
                        .toString())
                .contains("that.1");
    }

    @Test
    void whatAnEarlierTryLeftIsFoundAgain() {
        // An opening that ended right after each of its steps: nothing of it is recorded here, all of it is in
        // Keycloak.
        Command command = command("that-2", "Tỉnh thật 2", "that.2");
        var accounts = application.getBean(KeycloakAccounts.class);
        var opening = new Opening(
                new TenantId(command.id()),
                command.name(),
                command.nameEn(),
                command.code(),
                true,
                Beginning.CATALOGUE,
                command.administrator(),
                OpeningStep.REQUESTED,
                null,
                "nen.tang",
                Instant.now());
        var organization = accounts.organization(opening);
        assertThat(accounts.organization(opening)).isEqualTo(organization);
        keycloak.admin()
                .call(
                        "POST",
                        "/users",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("username", "that.2")
                                .put("email", "that.2@cotmoc.example")
                                .put("firstName", "Quản trị")
                                .put("lastName", "Tỉnh")
                                .put("enabled", true));
        String user = accounts.administrator(organization, opening);
        assertThat(accounts.administrator(organization, opening)).isEqualTo(user);
        assertThat(openProvince.open(command)).isInstanceOf(Outcome.Opened.class);
    }

    @Test
    void aStrangersAccountAndOrganizationAreRefused() {
        keycloak.admin().addUser("nguoi.la", "Người", "Lạ", LocalKeycloak.DEMO_PASSWORD);
        assertThatThrownBy(() -> openProvince.open(command("that-3", "Tỉnh thật 3", "nguoi.la")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("username-taken"));
        openProvince.open(command("that-4", "Tỉnh thật 4", "that.4"));
        assertThatThrownBy(() -> openProvince.open(command("that-5", "Tỉnh thật 4", "that.5")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("organization-exists"));
    }

    @Test
    void whoLogsInToAProvinceIsToldFromWhoDoesNot() {
        keycloak.admin().addUser("that.khach", "Người", "Khách", LocalKeycloak.DEMO_PASSWORD);
        openProvince.open(command("that-7", "Tỉnh thật 7", "that.7"));
        var accounts = application.getBean(KeycloakAccounts.class);
        TenantId province = new TenantId("that-7");
        assertThat(accounts.isMember(province, "that.7")).isTrue();
        assertThat(accounts.isMember(province, "that.khach"))
                .as("of no province")
                .isFalse();
        assertThat(accounts.isMember(province, "that")).as("a part of a name").isFalse();
        assertThat(accounts.isMember(new TenantId("that-8"), "that.7"))
                .as("of another province")
                .isFalse();
    }

    @Test
    void twoCallsAtOnceOpenItOnce() throws Exception {
        try (var other = Database.application(Map.of(
                        "cotmoc.identity.issuer", keycloak.issuer(),
                        "cotmoc.identity.keycloak-url", keycloak.url(),
                        "cotmoc.identity.provisioner-secret", keycloak.provisionerSecret()));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Command command = command("that-6", "Tỉnh thật 6", "that.6");
            var first = threads.submit(() -> openProvince.open(command));
            var second = threads.submit(() -> other.getBean(OpenProvince.class).open(command));
            assertThat(List.of(first.get(), second.get()))
                    .hasAtLeastOneElementOfType(Outcome.Opened.class)
                    .noneMatch(Outcome.Stopped.class::isInstance);
            assertThat(openProvince.open(command)).isInstanceOf(Outcome.AlreadyOpen.class);
        }
    }

    private static Command command(String id, String name, String username) {
        return new Command(
                id,
                name,
                name,
                "1",
                true,
                Beginning.CATALOGUE,
                new FirstAdministrator(username, username + "@cotmoc.example", "Quản trị", "Tỉnh"));
    }
}
