package vn.cotmoc.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import vn.cotmoc.deploy.demo.DemoData;
import vn.cotmoc.deploy.demo.DemoSite;
import vn.cotmoc.local.CannotStart;
import vn.cotmoc.local.ChildProcess;
import vn.cotmoc.local.Claim;
import vn.cotmoc.local.LocalHome;
import vn.cotmoc.local.LocalKeycloak;
import vn.cotmoc.local.LocalPostgres;
import vn.cotmoc.local.Secrets;

/**
 * Behind {@code ./cotmoc load}: PostgreSQL, Keycloak and the application as a node for the whole country runs them ({@link
 * AppProcess#FLAGS_OF_A_LARGE_NODE}), with the demo's provinces, on data of their own in {@code .cotmoc/load}, which are kept from one
 * measurement to the next.
 */
final class LoadHouse implements AutoCloseable {

    static final String PROVINCE = "lao-cai";

    /** What the figures of {@code import} and {@code plan} call their source; each takes away those of the other. */
    static final String SOURCE = "Đo tải";

    /** As commonly advised for a machine of this size; nothing of it makes a commit less durable. */
    private static final List<String> DATABASE_OF_A_LARGE_NODE =
            List.of("shared_buffers=6GB", "max_wal_size=8GB", "wal_buffers=64MB", "checkpoint_timeout=15min");

    /** The day of the house in every measurement: runs of other days would stand beside each other in the same data. */
    private static final LocalDate DAY = LocalDate.of(2025, 11, 21);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private final DemoOptions options;
    private final LocalPostgres postgres;
    private final LocalKeycloak keycloak;

    interface Measurement {
        void on(LoadHouse house) throws Exception;
    }

    /** @param prepare what the database must be told before the application connects, as superuser */
    static void run(String[] arguments, String prepare, Measurement measurement) throws Exception {
        LocalHome home = new LocalHome(LocalHome.ofProject().path().resolve("load"));
        Path build = Path.of(System.getProperty("cotmoc.build", "deploy/target"));
        int status = 1;
        try (Claim claim = Claim.on(home.run("load.lock"))
                        .orElseThrow(() -> new CannotStart("A measurement of this folder is running."));
                LoadHouse house = new LoadHouse(
                        DemoOptions.parse(List.of(arguments), home, build).on(DAY), prepare)) {
            measurement.on(house);
            status = 0;
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
        }
        System.exit(status);
    }

    private LoadHouse(DemoOptions options, String prepare) throws Exception {
        this.options = options;
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAnyway, "ends-servers"));
        LocalHome home = options.home();
        LocalHome programs = LocalHome.ofProject();
        Secrets secrets = Secrets.kept(home);
        try {
            say("PostgreSQL starts");
            postgres = opened(LocalPostgres.start(new LocalPostgres.Settings(
                    programs,
                    home.data().resolve("postgresql"),
                    options.postgresPort(),
                    true,
                    secrets,
                    home.log("postgresql"),
                    DATABASE_OF_A_LARGE_NODE)));
            database(prepare);
            say("Keycloak starts");
            var realm = new LocalKeycloak.Settings(
                    programs,
                    options.keycloakPort(),
                    options.keycloakPort() + 1,
                    options.origin(),
                    postgres.url("keycloak"),
                    postgres.keycloak(),
                    secrets,
                    home.log("keycloak"),
                    home.run("keycloak.pid"));
            keycloak = opened(LocalKeycloak.start(realm, what -> {}));
            loadDemo(home.data().resolve("demo.sha256"), realm);
            say("the application starts");
            AppProcess process = new AppProcess(options, postgres, realm);
            ChildProcess app = opened(process.startLarge());
            say("the application is process " + app.process().pid());
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T opened(T server) {
        open.push(server);
        return server;
    }

    /** By an application on the demo's own day, whatever the day of the measurement. */
    private void loadDemo(Path mark, LocalKeycloak.Settings realm) throws Exception {
        if (!Files.exists(mark)) {
            say("the demo's provinces are entered");
            DemoOptions onItsDay = options.on(DemoOptions.AS_OF);
            try (ChildProcess app = new AppProcess(onItsDay, postgres, realm).start(what -> {})) {
                say("by process " + app.process().pid());
                new DemoData(Demo.site(onItsDay, keycloak)).load((done, total, what) -> {});
            }
            Files.writeString(mark, DemoData.sha256());
        }
    }

    static void say(String what) {
        IO.println("  … " + what);
    }

    static void row(String... cells) {
        IO.println("| " + String.join(" | ", cells) + " |");
    }

    DemoSite site() {
        return Demo.site(options, keycloak);
    }

    LocalPostgres postgres() {
        return postgres;
    }

    Path file(String name) {
        return options.home().data().resolve(name);
    }

    /** Statements as superuser, past fences and foreign keys; each row of the last one's answer, its columns as texts. */
    List<List<String>> database(String... statements) {
        try (Connection connection = postgres.connect("cotmoc", postgres.superuser());
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; set maintenance_work_mem = '512MB'");
            List<List<String>> rows = new ArrayList<>();
            for (String one : statements) {
                rows.clear();
                if (!one.isBlank() && statement.execute(one)) {
                    try (var result = statement.getResultSet()) {
                        while (result.next()) {
                            List<String> row = new ArrayList<>();
                            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                                row.add(String.valueOf(result.getString(i)));
                            }
                            rows.add(row);
                        }
                    }
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As somebody of the province. */
    String call(
            String user,
            String method,
            String path,
            Consumer<HttpRequest.Builder> more,
            HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(options.origin() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(user))
                .method(method, body);
        more.accept(request);
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    String token(String user) {
        return keycloak.token(user, LocalKeycloak.DEMO_PASSWORD, "openid organization");
    }

    URI at(String path) {
        return URI.create(options.origin() + path);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable server = open.pollFirst(); server != null; server = open.pollFirst()) {
            server.close();
        }
    }

    /** A measurement that was told to end leaves no servers behind. */
    private void closeAnyway() {
        try {
            close();
        } catch (Exception e) {
            System.err.println(e.getMessage());
        }
    }
}
