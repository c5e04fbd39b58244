package vn.cotmoc.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A real Keycloak at {@code http://localhost:<port>} with realm {@code cotmoc}, its login theme, and what only demo and tests
 * have: client {@code cotmoc-cli} with the password grant, and the users of ministry and platform (password {@value
 * #DEMO_PASSWORD}). Provinces are not there; they are opened by the application.
 */
public final class LocalKeycloak implements AutoCloseable {

    public static final String DEMO_PASSWORD = "cotmoc-demo";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--cache=local", "--health-enabled=true");

    /** -UseG1GC takes back kc.sh's own choice: a JVM refuses two collectors. */
    private static final Map<String, String> SMALL = Map.of(
            "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx256m",
            "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC");

    /**
     * Where it listens and where it keeps things.
     *
     * @param port 0 for a free one
     * @param managementPort health; 0 for a free one
     * @param origin of the application in the browser, e.g. {@code http://localhost:8080}
     * @param database JDBC address of its own database
     */
    public record Settings(
            LocalHome home,
            int port,
            int managementPort,
            String origin,
            String database,
            Login databaseLogin,
            Secrets secrets,
            Path log,
            Path pidFile) {

        /** Kept in database {@code keycloak} of the given server. */
        public static Settings kept(LocalHome home, int port, String origin, LocalPostgres postgres) {
            return new Settings(
                    home,
                    port,
                    port + 1,
                    origin,
                    postgres.url("keycloak"),
                    postgres.keycloak(),
                    Secrets.kept(home),
                    home.log("keycloak"),
                    home.run("keycloak.pid"));
        }

        /** As in {@link LocalKeycloak#issuer}, known before it runs; not for port 0. */
        public String issuer() {
            return "http://localhost:%d/realms/cotmoc".formatted(port);
        }

        /** As in {@link LocalKeycloak#provisionerSecret}, known before it runs. */
        public String provisionerSecret() {
            return LocalKeycloak.provisionerSecret(this);
        }
    }

    private final Settings settings;
    private final ChildProcess child;
    private final String url;
    private final HttpClient http;

    private LocalKeycloak(Settings settings, ChildProcess child, String url, HttpClient http) {
        this.settings = settings;
        this.child = child;
        this.url = url;
        this.http = http;
    }

    /**
     * Starts it and waits until it serves the realm. The first start of an installation prepares the programs and the
     * database, which takes minutes on a slow machine; others 10 to 15 s.
     *
     * @param progress told what it is doing, a sentence at a time
     * @throws CannotStart if a port is in use or Keycloak gives up
     */
    public static LocalKeycloak start(Settings settings, Consumer<String> progress) {
        ChildProcess.stopOrphan(settings.pidFile());
        int port = Ports.claimable(settings.port(), "Keycloak");
        int managementPort = Ports.claimable(settings.managementPort(), "Keycloak's health");
        Path folder = settings.home().path().resolve("keycloak-" + Versions.of("keycloak"));
        Path program = folder.resolve("bin/kc.sh");
        if (!Files.exists(program)) {
            throw new CannotStart(
                    "There is no Keycloak in %s; build the project, which unpacks it: ./mvnw package -DskipTests."
                            .formatted(folder));
        }
        try {
            prepare(settings, folder, program, progress);
        } catch (IOException e) {
            throw new CannotStart("Keycloak cannot use %s: %s.".formatted(folder, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Preparing Keycloak was interrupted.", e);
        }
        progress.accept("starts");
        String url = "http://localhost:" + port;
        var environment = new HashMap<>(SMALL);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // Secrets go by the environment: everyone on the machine can read a command line.
        environment.put("KC_DB_PASSWORD", settings.databaseLogin().password());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", administrator(settings).password());
        environment.put("COTMOC_ORIGIN", settings.origin());
        environment.put("COTMOC_PROVISIONER_SECRET", provisionerSecret(settings));
        ChildProcess child = ChildProcess.start(
                List.of(
                        program.toString(),
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + managementPort,
                        "--hostname=" + url,
                        "--db-url=" + settings.database(),
                        "--db-username=" + settings.databaseLogin().user()),
                environment,
                settings.log(),
                settings.pidFile());
        try {
            var http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
            var keycloak = new LocalKeycloak(settings, child, url, http);
            keycloak.awaitRealm();
            child.remember();
            keycloak.addWhatOnlyDemoAndTestsHave();
            return keycloak;
        } catch (RuntimeException e) {
            child.close();
            throw e;
        } catch (InterruptedException e) {
            child.close();
            Thread.currentThread().interrupt();
            throw new CannotStart("Waiting for Keycloak was interrupted.", e);
        }
    }

    /** Puts theme and realm in their places and lets Keycloak build itself for PostgreSQL, once. */
    private static void prepare(Settings settings, Path folder, Path program, Consumer<String> progress)
            throws IOException, InterruptedException {
        try (var _ = Claim.await(settings.home().run("keycloak-programs.lock"))) {
            Resources.copy("keycloak/themes", folder.resolve("themes"));
            // Keycloak packs a theme's files once per its own version and would go on serving those of an older theme.
            Folders.remove(folder.resolve("data/tmp/kc-gzip-cache"));
            Resources.copy("keycloak/realm", folder.resolve("data/import"));
            Path built = folder.resolve("built-for-cotmoc");
            String how = String.join(" ", BUILD);
            if (Files.exists(built) && Files.readString(built).equals(how)) {
                return;
            }
            progress.accept("prepares itself for PostgreSQL, once; half a minute or so");
            var command = new java.util.ArrayList<>(List.of(program.toString()));
            command.addAll(BUILD);
            var environment = new HashMap<>(SMALL);
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            try (var build = ChildProcess.start(
                    command, environment, settings.log(), settings.home().run("keycloak-build.pid"))) {
                if (!build.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        || build.process().exitValue() != 0) {
                    throw new CannotStart("Keycloak could not prepare itself (%s); see %s."
                            .formatted(build.lastWords().orElse("it said nothing"), settings.log()));
                }
            }
            Files.writeString(built, how);
        }
    }

    /** Keycloak listens long before it is ready, and answers 503; only the realm's name says it is there, and itself. */
    private void awaitRealm() throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        var request = HttpRequest.newBuilder(URI.create(issuer()))
                .timeout(Duration.ofSeconds(30))
                .build();
        while (Instant.now().isBefore(deadline)) {
            if (!child.isAlive()) {
                throw new CannotStart("Keycloak ended while starting (%s); see %s."
                        .formatted(child.lastWords().orElse("it said nothing"), settings.log()));
            }
            try {
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200 && answer.body().contains("\"realm\":\"cotmoc\"")) {
                    return;
                }
            } catch (ConnectException | HttpTimeoutException notYet) {
                // asked again below
            } catch (IOException e) {
                throw new CannotStart("Keycloak does not answer at %s: %s.".formatted(issuer(), e.getMessage()), e);
            }
            Thread.sleep(200);
        }
        throw new CannotStart(
                "Keycloak was not ready after %d minutes; see %s.".formatted(PATIENCE.toMinutes(), settings.log()));
    }

    private void addWhatOnlyDemoAndTestsHave() {
        try (InputStream additions = Objects.requireNonNull(
                LocalKeycloak.class.getResourceAsStream("demo/realm-additions.json"), "realm-additions.json")) {
            KeycloakAdmin admin = admin();
            admin.pointWebTo(settings.origin());
            admin.call("POST", "/partialImport", new ObjectMapper().readTree(additions));
        } catch (KeycloakAdmin.Unexpected e) {
            if (e.status() == 401) {
                throw new CannotStart(
                        "Keycloak's data were made with another password than that in %s; bring it back, or forget the data by `cotmoc reset`."
                                .formatted(settings.home().path().resolve("secrets.properties")),
                        e);
            }
            throw e;
        } catch (IOException e) {
            throw new CannotStart("realm-additions.json cannot be read: %s.".formatted(e.getMessage()), e);
        }
    }

    /** E.g. {@code http://localhost:8180}, without a slash at the end. */
    public String url() {
        return url;
    }

    /** E.g. {@code http://localhost:8180/realms/cotmoc}, as in a token's {@code iss}. */
    public String issuer() {
        return url + "/realms/cotmoc";
    }

    /** Secret of client {@code cotmoc-provisioner}, by which the application opens provinces. */
    public String provisionerSecret() {
        return provisionerSecret(settings);
    }

    private static String provisionerSecret(Settings settings) {
        return settings.secrets().of("keycloak.provisioner");
    }

    /** May do everything, in the realm {@code master}. */
    public Login administrator() {
        return administrator(settings);
    }

    private static Login administrator(Settings settings) {
        return new Login(KeycloakAdmin.ADMINISTRATOR, settings.secrets().of("keycloak.administrator"));
    }

    public KeycloakAdmin admin() {
        return new KeycloakAdmin(url, administrator(settings), http);
    }

    /**
     * An access token by client {@code cotmoc-cli}.
     *
     * @param scope e.g. {@code openid organization:lao-cai}
     * @throws KeycloakAdmin.Unexpected if Keycloak refuses
     */
    public String token(String username, String password, String scope) {
        return KeycloakAdmin.requestToken(
                http,
                issuer(),
                Map.of(
                        "grant_type", "password",
                        "client_id", "cotmoc-cli",
                        "username", username,
                        "password", password,
                        "scope", scope));
    }

    public Optional<ProcessHandle> process() {
        return child.process()
                .descendants()
                .findFirst()
                .or(() -> Optional.of(child.process().toHandle()));
    }

    public ChildProcess child() {
        return child;
    }

    @Override
    public void close() {
        child.close();
    }

    @Override
    public String toString() {
        return "LocalKeycloak[%s]".formatted(url);
    }
}
