package vn.cotmoc.tenants.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.cotmoc.core.provinces.Beginning.ARCHIVE;
import static vn.cotmoc.core.provinces.Beginning.CATALOGUE;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.jdbc.DataSourceResolver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.provinces.Opening.FirstAdministrator;
import vn.cotmoc.core.provinces.OpeningStep;
import vn.cotmoc.core.provinces.ProvinceView;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.tenants.Database;
import vn.cotmoc.tenants.onboarding.FakeKeycloak.Trouble;
import vn.cotmoc.tenants.onboarding.OpenProvince.Command;
import vn.cotmoc.tenants.onboarding.OpenProvince.Outcome;

class OpenProvinceIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final FakeKeycloak keycloak = new FakeKeycloak();
    private ApplicationContext application;
    private OpenProvince openProvince;

    @BeforeEach
    void start() {
        application = Database.application(keycloak.configuration());
        openProvince = application.getBean(OpenProvince.class);
    }

    @AfterEach
    void stop() {
        application.close();
        keycloak.close();
    }

    @Test
    void aProvinceIsOpenedWholeAndItsAdministratorGetsAPasswordOnce() throws SQLException {
        Command command = next();
        Outcome outcome = openProvince.open(command);
        assertOpenAndWhole(command);
        assertThat(outcome).isInstanceOf(Outcome.Opened.class);
        var opened = (Outcome.Opened) outcome;
        assertThat(opened.temporaryPassword())
                .hasSize(16)
                .isEqualTo(administrator(command).passwords.getLast());
        assertThat(opened.toString()).doesNotContain(opened.temporaryPassword());

        assertThat(openProvince.open(command)).isInstanceOf(Outcome.AlreadyOpen.class);
        assertThat(administrator(command).passwords).hasSize(1);
        assertOpenAndWhole(command);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSES", "LOSES_THE_ANSWER"})
    void aFailureAtAnyCallIsToldInASentenceAndTheSameCallContinues(Trouble trouble) throws SQLException {
        int calls = callsOfAnUndisturbedOpening() - 1; // the token is kept
        openProvince.open(next());
        List<String> sentences = new ArrayList<>();
        for (int n = 1; n <= calls; n++) {
            Command command = next();
            keycloak.plan(trouble, n);
            Outcome first = openProvince.open(command);
            if (trouble == Trouble.LOSES_THE_ANSWER && first instanceof Outcome.Opened) {
                assertOpenAndWhole(command); // the HTTP client repeats reads itself, and a membership is looked up
                continue;
            }
            assertThat(first).as("call %d", n).isInstanceOf(Outcome.Stopped.class);
            var row = row(command);
            assertThat(row.isOpen()).isFalse();
            assertThat(row.failure())
                    .isEqualTo(((Outcome.Stopped) first).because())
                    .doesNotContain("bí mật");
            assertThat(count("tenant", command)).isZero();
            sentences.add(row.failure());

            Outcome second = openProvince.open(command);
            assertThat(second).as("after call %d", n).isInstanceOf(Outcome.Opened.class);
            assertThat(((Outcome.Opened) second).temporaryPassword())
                    .isEqualTo(administrator(command).passwords.getLast());
            assertOpenAndWhole(command);
        }
        assertThat(sentences)
                .hasSizeGreaterThanOrEqualTo(9)
                .allMatch(sentence -> sentence.startsWith("Máy chủ đăng nhập") || sentence.startsWith("Không kết nối"));
    }

    /** The administrator's membership, role and password are the last three calls. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aMembershipThatCollidesWithAnotherCallsIsAskedForAgain(int beforePassword) {
        int calls = callsOfAnUndisturbedOpening() - 1; // the token is kept
        openProvince.open(next());
        Command command = next();
        keycloak.plan(Trouble.COLLIDES, calls - beforePassword);
        assertThat(openProvince.open(command)).isInstanceOf(Outcome.Opened.class);
        assertThat(keycloak.calls()).isEqualTo(calls + 1);
        assertThat(administrator(command).passwords).hasSize(1);
    }

    @Test
    void aKilledProcessLeavesNothingThatTheNextOneCannotContinue() throws Exception {
        int calls = callsOfAnUndisturbedOpening();
        for (int n = 1; n <= calls; n++) {
            Command command = next();
            try (var killedKeycloak = new FakeKeycloak();
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var doomed = Database.application(killedKeycloak.configuration());
                killedKeycloak.plan(Trouble.HANGS, n);
                var unused =
                        threads.submit(() -> doomed.getBean(OpenProvince.class).open(command));
                assertThat(killedKeycloak.hanging.await(20, TimeUnit.SECONDS)).isTrue();
                breakConnections(doomed);
                keycloak.organizations.putAll(killedKeycloak.organizations);
                keycloak.users.putAll(killedKeycloak.users);
                assertThat(openProvince.open(command))
                        .as("killed at call %d", n)
                        .isInstanceOf(Outcome.Opened.class);
                doomed.close();
            }
            assertOpenAndWhole(command);
        }
    }

    @Test
    void twoCallsAtOnceOpenItOnceWithOnePasswordThatWorks() throws Exception {
        try (var other = Database.application(keycloak.configuration());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5; i++) {
                Command command = next();
                var first = threads.submit(() -> openProvince.open(command));
                var second =
                        threads.submit(() -> other.getBean(OpenProvince.class).open(command));
                List<Outcome> outcomes = List.of(first.get(), second.get());
                var opened = outcomes.stream()
                        .filter(Outcome.Opened.class::isInstance)
                        .map(Outcome.Opened.class::cast)
                        .toList();
                assertThat(opened).as("%s", outcomes).hasSize(1);
                assertThat(administrator(command).passwords)
                        .containsExactly(opened.getFirst().temporaryPassword());
                assertOpenAndWhole(command);
            }
        }
    }

    @Test
    void theSameIdWithOtherDataIsRefused() throws SQLException {
        Command command = next();
        openProvince.open(command);
        var administrator = command.administrator();
        for (Command other : List.of(
                new Command(
                        command.id(), "Tên khác", command.nameEn(), command.code(), false, CATALOGUE, administrator),
                new Command(command.id(), command.name(), command.nameEn(), "99", false, CATALOGUE, administrator),
                new Command(
                        command.id(), command.name(), command.nameEn(), command.code(), true, CATALOGUE, administrator),
                new Command(
                        command.id(), command.name(), command.nameEn(), command.code(), false, ARCHIVE, administrator),
                with(command, new FirstAdministrator("nguoi.khac", "k@x.vn", "K", "X")))) {
            assertRefused(other, "province-exists");
        }
        assertOpenAndWhole(command);
    }

    @Test
    void anOrganizationOfSomebodyElseIsNeverTouched() {
        Command command = next();
        var foreign = new FakeKeycloak.Organization();
        foreign.alias = command.id();
        foreign.name = "Của người khác";
        foreign.madeBy = "nobody";
        keycloak.add(foreign);
        assertRefused(command, "organization-exists");
        assertThat(foreign.groups).isEmpty();
        assertThat(row(command).failure()).startsWith("Máy chủ đăng nhập đã có một tổ chức khác");
    }

    @Test
    void aUserOfSomebodyElseIsNeverTakenAndTheAdministratorCanBeCorrected() throws SQLException {
        Command command = next();
        var foreign = new FakeKeycloak.User();
        foreign.username = command.administrator().username();
        foreign.email = "nguoi@khac.vn";
        keycloak.add(foreign);
        assertRefused(command, "username-taken");

        // The same person's address, but an account that was there before and has a password.
        foreign.email = command.administrator().email();
        foreign.passwords.add("của người ấy");
        assertRefused(command, "username-taken");
        foreign.passwords.clear();
        foreign.createdTimestamp -= 600_000;
        assertRefused(command, "username-taken");
        assertThat(foreign.passwords).isEmpty();

        Command sameAddress = with(command, new FirstAdministrator("khac." + command.id(), foreign.email, "A", "B"));
        assertRefused(sameAddress, "email-taken");
        Command corrected =
                with(command, new FirstAdministrator("khac." + command.id(), command.id() + "@khac.vn", "A", "B"));
        assertThat(openProvince.open(corrected)).isInstanceOf(Outcome.Opened.class);
        assertOpenAndWhole(corrected);
    }

    @Test
    void whatIsMalformedIsRefusedWithItsPlace() {
        var good = new FirstAdministrator("a.b", "a@b.vn", "A", "B");
        assertThatThrownBy(() -> new Command("Lào Cai", "Lào Cai", "Lao Cai", "10", false, CATALOGUE, good))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.at()).isEqualTo("/id"));
        assertThatThrownBy(() -> new Command("lao-cai", " ", "Lao Cai", "10", false, CATALOGUE, good))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.at()).isEqualTo("/name"));
        assertThatThrownBy(() -> new Command(
                        "lao-cai",
                        "Lào Cai",
                        "Lao Cai",
                        "10",
                        false,
                        CATALOGUE,
                        new FirstAdministrator("a b", "a@b.vn", "A", "B")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.at()).isEqualTo("/admin/username"));
    }

    @Test
    void theListShowsWhatIsOpenAndWhatIsNot() {
        Command open = next();
        openProvince.open(open);
        Command stopped = next();
        keycloak.plan(Trouble.REFUSES, 1);
        openProvince.open(stopped);
        var view = application.getBean(ProvinceView.class);
        assertThat(row(open).step()).isEqualTo(OpeningStep.OPEN);
        assertThat(row(open).openedAt()).isNotNull();
        assertThat(row(stopped).openedAt()).isNull();
        assertThat(view.list(null, 200))
                .extracting(row -> row.id().value())
                .contains(open.id(), stopped.id())
                .isSorted();
        var page = view.list(null, 1);
        assertThat(view.list(page.getFirst().id(), 1))
                .doesNotContainAnyElementsOf(page)
                .hasSize(1);
    }

    /** What the operating system does to the connections of a killed process. */
    private static void breakConnections(ApplicationContext doomed) throws SQLException {
        var proxy = doomed.getBean(DataSource.class);
        doomed.getBean(DataSourceResolver.class)
                .resolve(proxy)
                .unwrap(HikariDataSource.class)
                .close();
    }

    private int callsOfAnUndisturbedOpening() {
        // Another application, so that its first token counts as it does after a start.
        try (var fresh = Database.application(keycloak.configuration())) {
            keycloak.plan(Trouble.REFUSES, Integer.MAX_VALUE);
            assertThat(fresh.getBean(OpenProvince.class).open(next())).isInstanceOf(Outcome.Opened.class);
            return keycloak.calls();
        }
    }

    private void assertRefused(Command command, String code) {
        assertThatThrownBy(() -> openProvince.open(command))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void assertOpenAndWhole(Command command) throws SQLException {
        assertThat(row(command).isOpen()).isTrue();
        assertThat(row(command).failure()).isNull();
        assertThat(count("tenant", command)).isEqualTo(1);
        assertThat(count("area", command)).isEqualTo(1);
        assertThat(count("threshold", command))
                .as("until it sets its own, the nation's hold")
                .isZero();
        assertThat(count("indicator", command))
                .isEqualTo(count("national_indicator", null))
                .isPositive();
        var organizations = keycloak.organizations.values().stream()
                .filter(one -> one.alias.equals(command.id()))
                .toList();
        assertThat(organizations).hasSize(1);
        var organization = organizations.getFirst();
        assertThat(organization.groups)
                .containsOnlyKeys("approver", "officer", "province-admin", "rule-author", "viewer");
        var administrator = administrator(command);
        assertThat(organization.members).containsExactly(administrator.id);
        assertThat(organization.groupMembers)
                .containsOnlyKeys(organization.groups.get("province-admin"))
                .containsValue(organization.members);
        assertThat(administrator.mustChangePassword).isTrue();
    }

    private FakeKeycloak.User administrator(Command command) {
        return keycloak.users.values().stream()
                .filter(user -> user.username.equals(command.administrator().username()))
                .findFirst()
                .orElseThrow();
    }

    private ProvinceView.Row row(Command command) {
        return application
                .getBean(ProvinceView.class)
                .find(new TenantId(command.id()))
                .orElseThrow();
    }

    private static long count(String table, @Nullable Command command) throws SQLException {
        String where = command == null ? "" : " where tenant_id = '%s'".formatted(command.id());
        try (var connection = Database.POSTGRES.connect("cotmoc", Database.POSTGRES.superuser());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table + where)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Command next() {
        int number = NUMBER.incrementAndGet();
        return new Command(
                "tinh-" + number,
                "Tỉnh " + number,
                "Province " + number,
                Integer.toString(number),
                false,
                CATALOGUE,
                new FirstAdministrator("quantri." + number, number + "@cotmoc.example", "Quản trị", "Tỉnh"));
    }

    private static Command with(Command command, FirstAdministrator administrator) {
        return new Command(
                command.id(),
                command.name(),
                command.nameEn(),
                command.code(),
                command.simulated(),
                CATALOGUE,
                administrator);
    }
}
