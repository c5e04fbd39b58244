package vn.cotmoc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {

    @TempDir
    Path folder;

    @Test
    void keepsItsDataOverARestart() throws Exception {
        try (var first = LocalPostgres.start(kept())) {
            run(first, first.owner(), "create table kept (word text)");
            run(first, first.owner(), "insert into kept values ('Lào Cai')");
        }
        try (var second = LocalPostgres.start(kept())) {
            assertThat(ask(second, second.owner(), "select word from kept")).isEqualTo("Lào Cai");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void keptDataSurviveAPowerCutAndTestsDoNotWaitForTheDisk() throws Exception {
        String safety = "select string_agg(setting, ' ' order by name) from pg_settings"
                + " where name in ('fsync', 'full_page_writes', 'synchronous_commit')";
        try (var kept = LocalPostgres.start(kept());
                var temporary = LocalPostgres.temporary()) {
            assertThat(ask(kept, kept.app(), safety)).isEqualTo("on on on");
            assertThat(ask(temporary, temporary.app(), safety)).isEqualTo("off off off");
        }
    }

    @Test
    void theApplicationsRolesPassThroughNothing() throws Exception {
        try (var postgres = LocalPostgres.temporary()) {
            for (Login login : List.of(
                    postgres.app(), postgres.ministry(), postgres.relay(), postgres.owner(), postgres.keycloak())) {
                assertThat(ask(
                                postgres,
                                postgres.superuser(),
                                "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = '%s'"
                                        .formatted(login.user())))
                        .as(login.user())
                        .isEqualTo("f");
                assertThat(login).hasToString("Login[" + login.user() + "]");
            }
            assertThatThrownBy(() -> run(postgres, postgres.app(), "create table mine (x int)"))
                    .hasMessageContaining("permission denied for schema public");
            assertThatThrownBy(() -> postgres.connect("cotmoc", postgres.keycloak()))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> postgres.connect("cotmoc", new Login("postgres", "a guess")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(ask(
                            postgres,
                            postgres.owner(),
                            "select uuidv7() is not null and 'đ' collate \"vi-x-icu\" < 'e'"))
                    .isEqualTo("t");
        }
    }

    /** The process that started the server is killed, so nobody stops the server. */
    @Test
    void takesOverTheDataOfAKilledProcess() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dcotmoc.home=" + LocalHome.ofProject().path(),
                        StartAndWait.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("child.txt").toFile())
                .start();
        try (var said = killed.inputReader()) {
            assertThat(said.readLine())
                    .as(() -> contentOf(folder.resolve("child.txt")))
                    .isEqualTo("started");
        }
        assertThatThrownBy(() -> LocalPostgres.start(kept()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Another running process uses the data");
        killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        long orphan = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
        assertThat(ProcessHandle.of(orphan).flatMap(process -> process.info().command()))
                .as("the orphan")
                .isPresent();

        try (var next = LocalPostgres.start(kept())) {
            assertThat(ask(next, next.owner(), "select word from kept")).isEqualTo("committed");
            // Where nobody reaps orphans the process id stays taken, by a process without a program.
            assertThat(ProcessHandle.of(orphan)
                            .flatMap(process -> process.info().command()))
                    .isEmpty();
        }
    }

    @Test
    void refusesAPortInUseInOneSentence() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new LocalPostgres.Settings(
                    LocalHome.ofProject(),
                    folder.resolve("data"),
                    other.getLocalPort(),
                    true,
                    Secrets.temporary(),
                    folder.resolve("log"));
            assertThatThrownBy(() -> LocalPostgres.start(settings))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith(
                            "Port %d, meant for PostgreSQL, is in use by ".formatted(other.getLocalPort()));
        }
    }

    @Test
    void saysWhenThePasswordsOfTheDataAreLost() {
        LocalPostgres.start(kept()).close();
        var settings = new LocalPostgres.Settings(
                LocalHome.ofProject(),
                folder.resolve("data"),
                0,
                true,
                Secrets.temporary(),
                folder.resolve("postgresql.log"));
        assertThatThrownBy(() -> LocalPostgres.start(settings))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("other passwords");
    }

    private LocalPostgres.Settings kept() {
        return keptIn(folder);
    }

    private static LocalPostgres.Settings keptIn(Path folder) {
        return new LocalPostgres.Settings(
                LocalHome.ofProject(),
                folder.resolve("data"),
                0,
                true,
                Secrets.kept(new LocalHome(folder)),
                folder.resolve("postgresql.log"));
    }

    private static String ask(LocalPostgres postgres, Login login, String question) throws SQLException {
        try (var connection = postgres.connect("cotmoc", login);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }

    private static void run(LocalPostgres postgres, Login login, String command) throws SQLException {
        try (var connection = postgres.connect("cotmoc", login);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    static class StartAndWait {
        public static void main(String[] arguments) throws Exception {
            LocalPostgres postgres = LocalPostgres.start(keptIn(Path.of(arguments[0])));
            run(postgres, postgres.owner(), "create table kept (word text)");
            run(postgres, postgres.owner(), "insert into kept values ('committed')");
            IO.println("started");
            Thread.sleep(60_000);
        }
    }
}
