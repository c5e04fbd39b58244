package vn.cotmoc.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A real PostgreSQL server on 127.0.0.1 with the databases {@code cotmoc} and {@code keycloak} and the roles of {@code
 * roles.sql}. It listens on TCP only and asks everyone, the superuser too, for a password.
 *
 * <pre>{@code
 * try (var postgres = LocalPostgres.temporary()) {
 *     DriverManager.getConnection(postgres.url(), postgres.app().user(), postgres.app().password());
 * }
 * }</pre>
 */
public final class LocalPostgres implements AutoCloseable {

    /** Needed to run and to hold a first year's figures of several provinces. */
    private static final List<String> MODEST = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=120",
            "shared_buffers=64MB",
            "jit=off",
            "timezone=UTC");

    // The programs' own default is durable; said all the same, so that nobody loses data by a changed default.
    private static final List<String> DURABLE =
            List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on", "wal_level=replica");

    private static final List<String> FAST_BUT_FORGETFUL = List.of(
            "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0");

    /**
     * Where it keeps its data and how careful it is with them.
     *
     * @param data folder of the data, made at the first start
     * @param port 0 for a free one
     * @param durable whether a commit survives a power cut; if not, it is faster
     * @param log what PostgreSQL has to say
     * @param more settings of its own that outrank the usual ones, {@code shared_buffers=1GB}
     */
    public record Settings(
            LocalHome home, Path data, int port, boolean durable, Secrets secrets, Path log, List<String> more) {

        /** With the usual ones. */
        public Settings(LocalHome home, Path data, int port, boolean durable, Secrets secrets, Path log) {
            this(home, data, port, durable, secrets, log, List.of());
        }

        /** Data that is kept and safe on the disk: {@code <home>/data/postgresql}. */
        public static Settings kept(LocalHome home, int port) {
            return new Settings(
                    home, home.data().resolve("postgresql"), port, true, Secrets.kept(home), home.log("postgresql"));
        }
    }

    private final PostgresPrograms programs;
    private final Settings settings;
    private final int port;
    private final Claim claim;
    private final Optional<Path> temporary;

    private LocalPostgres(
            PostgresPrograms programs, Settings settings, int port, Claim claim, Optional<Path> temporary) {
        this.programs = programs;
        this.settings = settings;
        this.port = port;
        this.claim = claim;
        this.temporary = temporary;
    }

    /**
     * Starts on the data of an earlier run, or on new data; in which case this takes some seconds longer. A server an earlier,
     * killed process left on the same data is stopped first.
     *
     * @throws CannotStart if the port or the data are in use, or PostgreSQL refuses
     */
    public static LocalPostgres start(Settings settings) {
        return start(settings, Optional.empty());
    }

    /** For tests: empty, on a free port, fast, and gone when closed or, if the process dies, at the next call. */
    public static LocalPostgres temporary() {
        LocalHome home = LocalHome.ofProject();
        Path folder = TemporaryFolders.make(home);
        var settings = new Settings(
                home, folder.resolve("data"), 0, false, Secrets.temporary(), folder.resolve("postgresql.log"));
        return start(settings, Optional.of(folder));
    }

    private static LocalPostgres start(Settings settings, Optional<Path> temporary) {
        PostgresPrograms programs = PostgresPrograms.unpacked(settings.home());
        Path data = settings.data().toAbsolutePath();
        Claim claim = Claim.on(data.resolveSibling(data.getFileName() + ".lock"))
                .orElseThrow(() -> new CannotStart(
                        "Another running process uses the data in %s; stop it first, e.g. by Ctrl-C in its window."
                                .formatted(data)));
        try {
            stopOrphan(programs, settings);
            int port = Ports.claimable(settings.port(), "PostgreSQL");
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                makeData(programs, settings);
            }
            String version = Files.readString(data.resolve("PG_VERSION")).strip();
            if (!version.equals(PostgresPrograms.MAJOR)) {
                throw new CannotStart(
                        "The data in %s are of PostgreSQL %s, this is %s; move them over by pg_dump, or forget them by `cotmoc reset`."
                                .formatted(data, version, PostgresPrograms.MAJOR));
            }
            launch(programs, settings, port);
            var server = new LocalPostgres(programs, settings, port, claim, temporary);
            server.prepare();
            return server;
        } catch (IOException e) {
            claim.close();
            throw new CannotStart("PostgreSQL cannot use %s: %s.".formatted(data, e.getMessage()), e);
        } catch (RuntimeException e) {
            giveUp(programs, settings);
            claim.close();
            throw e;
        }
    }

    /** A start that failed, or was interrupted, midway leaves no server behind. */
    private static void giveUp(PostgresPrograms programs, Settings settings) {
        boolean interrupted = Thread.interrupted();
        try {
            stopOrphan(programs, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void makeData(PostgresPrograms programs, Settings settings) throws IOException {
        Path data = settings.data().toAbsolutePath();
        // Renamed when whole, so that a start killed midway leaves nothing half-made.
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        Folders.remove(unfinished);
        Files.createDirectories(data.getParent());
        Path password = Files.createTempFile("superuser", ".txt"); // made readable to its owner only
        try {
            Files.writeString(password, settings.secrets().of("postgres.superuser"));
            programs.run(
                    settings.log(),
                    "initdb",
                    List.of(
                            "--pgdata=" + unfinished,
                            "--username=postgres",
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            // Byte order, the same on every machine; screens sort names by COLLATE "vi-x-icu".
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-sync"));
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void launch(PostgresPrograms programs, Settings settings, int port) {
        var options = new ArrayList<>(List.of("-p", Integer.toString(port)));
        for (var setting : concat(MODEST, settings.durable() ? DURABLE : FAST_BUT_FORGETFUL)) {
            options.add("-c " + setting);
        }
        settings.more().forEach(setting -> options.add("-c " + setting)); // the last one of a name counts
        // pg_ctl gives the server a session of its own: Ctrl-C reaches us only, and we stop things in their order.
        programs.run(
                settings.log(),
                "pg_ctl",
                List.of(
                        "start",
                        "--wait",
                        "--timeout=120",
                        "--silent",
                        "--pgdata=" + settings.data().toAbsolutePath(),
                        "--log=" + settings.log(),
                        "--options=" + String.join(" ", options)));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Stops the server an earlier, killed process left on the data; to be called by nobody but the data's only user. */
    public static void stopOrphan(Settings settings) {
        try {
            if (postmaster(settings.data()).isPresent()) {
                stop(PostgresPrograms.unpacked(settings.home()), settings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stopOrphan(PostgresPrograms programs, Settings settings) throws IOException {
        if (postmaster(settings.data()).isPresent()) {
            stop(programs, settings);
        }
    }

    /** Stops the temporary server a dead process left behind, if it still runs. */
    static void stopAbandoned(LocalHome home, Path data, Path log) throws IOException {
        stopOrphan(PostgresPrograms.unpacked(home), new Settings(home, data, 0, false, Secrets.temporary(), log));
    }

    /**
     * The server that runs on the data, if one does. Its pid file holds the process id, the folder and the start in seconds,
     * a line each; the process must have begun then, or it is a stranger that got the same id.
     */
    private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 3) {
            return Optional.empty();
        }
        Instant begun = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, begun).abs().compareTo(Duration.ofSeconds(30)) < 0)
                        .orElse(false));
    }

    private static void stop(PostgresPrograms programs, Settings settings) {
        String data = "--pgdata=" + settings.data().toAbsolutePath();
        var fast = programs.tryRun(
                settings.log(), "pg_ctl", List.of("stop", "--wait", "--silent", "--mode=fast", "--timeout=30", data));
        if (fast.status() != 0) {
            programs.tryRun(settings.log(), "pg_ctl", List.of("stop", "--wait", "--silent", "--mode=immediate", data));
        }
    }

    private void prepare() {
        try {
            try (var connection = connect("postgres", superuser());
                    var statement = connection.createStatement();
                    var setting = connection.prepareStatement("select set_config(?, ?, false)")) {
                for (Login login : List.of(owner(), app(), ministry(), relay(), keycloak())) {
                    setting.setString(1, "cotmoc." + login.user().replace("cotmoc_", "") + "_password");
                    setting.setString(2, login.password());
                    setting.execute();
                }
                statement.execute(script("roles.sql"));
                createDatabase(connection, "cotmoc", owner());
                createDatabase(connection, "keycloak", keycloak());
            }
            try (var connection = connect("cotmoc", superuser());
                    var statement = connection.createStatement()) {
                statement.execute(script("database.sql"));
            }
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) { // invalid_password
                throw new CannotStart(
                        "The data in %s were made with other passwords than those in %s; bring those back, or forget the data by `cotmoc reset`."
                                .formatted(
                                        settings.data(), settings.home().path().resolve("secrets.properties")),
                        e);
            }
            throw new CannotStart("PostgreSQL's roles and databases could not be made: " + e.getMessage(), e);
        }
    }

    private static void createDatabase(Connection connection, String name, Login owner) throws SQLException {
        try (var known = connection.prepareStatement("select from pg_database where datname = ?")) {
            known.setString(1, name);
            if (!known.executeQuery().next()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("create database %s owner %s".formatted(name, owner.user()));
                }
            }
        }
    }

    private static String script(String name) {
        try (InputStream in = Objects.requireNonNull(LocalPostgres.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JDBC address of database {@code cotmoc}, e.g. {@code jdbc:postgresql://127.0.0.1:8432/cotmoc}. */
    public String url() {
        return url("cotmoc");
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public int port() {
        return port;
    }

    /** {@code cotmoc_owner}: owns the tables and migrates them. */
    public Login owner() {
        return login("cotmoc_owner");
    }

    /** {@code cotmoc_app}: what the application works as. */
    public Login app() {
        return login("cotmoc_app");
    }

    /** {@code cotmoc_ministry}: reads what provinces have published. */
    public Login ministry() {
        return login("cotmoc_ministry");
    }

    /** {@code cotmoc_relay}: reads in which province which event happened. */
    public Login relay() {
        return login("cotmoc_relay");
    }

    /** {@code keycloak}: owns database {@code keycloak}. */
    public Login keycloak() {
        return login("keycloak");
    }

    /** Passes through everything; for tests that look behind the application's back. */
    public Login superuser() {
        return new Login("postgres", settings.secrets().of("postgres.superuser"));
    }

    private Login login(String role) {
        return new Login(role, settings.secrets().of("postgres." + role));
    }

    /** A connection the caller closes. */
    public Connection connect(String database, Login login) throws SQLException {
        return DriverManager.getConnection(url(database), login.user(), login.password());
    }

    /** The server's main process; it is nobody's child, so ask it for {@code onExit} rather than wait. */
    public Optional<ProcessHandle> process() {
        try {
            return postmaster(settings.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path log() {
        return settings.log();
    }

    /** Stops it at once, breaking open connections; what was committed is kept, unless it was temporary. */
    @Override
    public void close() {
        try {
            stop(programs, settings);
            if (temporary.isPresent()) {
                Folders.remove(temporary.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            claim.close();
        }
    }

    @Override
    public String toString() {
        return "LocalPostgres[%s]".formatted(url());
    }
}
