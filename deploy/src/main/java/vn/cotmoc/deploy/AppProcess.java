package vn.cotmoc.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.local.CannotStart;
import vn.cotmoc.local.ChildProcess;
import vn.cotmoc.local.LocalKeycloak;
import vn.cotmoc.local.LocalPostgres;
import vn.cotmoc.local.Login;

/** The application as a child process, started as production starts it: a folder of jars, flags, environment. */
final class AppProcess {

    /**
     * The flags behind every published figure: start time, memory, speed. One collector thread and the first compiler only,
     * for machines of two cores; the heap holds two dozen provinces' screens.
     */
    static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms48m",
            "-Xmx192m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** Of a node that scores 34 provinces with all their communes: both compilers, a collector for throughput, room for a plan of thousands. */
    static final List<String> FLAGS_OF_A_LARGE_NODE = List.of(
            "-XX:+UseParallelGC",
            "-Xms1g",
            "-Xmx3g",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final String MAIN = "vn.cotmoc.web.Application";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> VISITED_IN_TRAINING =
            List.of("/", "/openapi.yml", "/api/v1/configuration", "/api/v1/me", "/health/readiness", "/prometheus");

    private final DemoOptions options;
    private final Map<String, String> environment;
    private final List<Path> jars;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    AppProcess(DemoOptions options, LocalPostgres postgres, LocalKeycloak.Settings keycloak) {
        this(options, postgres, keycloak, Map.of());
    }

    /** @param surroundings what the application reads besides */
    AppProcess(
            DemoOptions options,
            LocalPostgres postgres,
            LocalKeycloak.Settings keycloak,
            Map<String, String> surroundings) {
        this.options = options;
        this.environment = environment(options, postgres, keycloak);
        this.environment.putAll(surroundings);
        this.jars = jarsIn(options.build().resolve("lib"));
    }

    /** One more thing that it reads from its surroundings. */
    AppProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Everything the application reads from its surroundings. */
    private static Map<String, String> environment(
            DemoOptions options, LocalPostgres postgres, LocalKeycloak.Settings keycloak) {
        var environment = new HashMap<String, String>();
        environment.put("COTMOC_PORT", Integer.toString(options.port()));
        environment.put("COTMOC_ORIGIN", options.origin());
        options.asOf().ifPresent(day -> environment.put("COTMOC_AS_OF", day.toString()));
        environment.put(
                "COTMOC_EVIDENCE_FOLDER",
                options.home().data().resolve("evidence").toString());
        environment.put(
                "COTMOC_RULES_KEY",
                options.home().path().resolve("keys/rules.key").toString());
        environment.put("COTMOC_DB_URL", postgres.url());
        putLogin(environment, "COTMOC_DB_OWNER", postgres.owner());
        putLogin(environment, "COTMOC_DB_APP", postgres.app());
        putLogin(environment, "COTMOC_DB_MINISTRY", postgres.ministry());
        putLogin(environment, "COTMOC_DB_RELAY", postgres.relay());
        environment.put("COTMOC_ISSUER", keycloak.issuer());
        environment.put("COTMOC_KEYCLOAK_URL", "http://localhost:" + options.keycloakPort());
        environment.put("COTMOC_PROVISIONER_SECRET", keycloak.provisionerSecret());
        environment.put("COTMOC_CALLERS", "cotmoc-web,cotmoc-cli");
        return environment;
    }

    private static void putLogin(Map<String, String> environment, String prefix, Login login) {
        environment.put(prefix + "_USER", login.user());
        environment.put(prefix + "_PASSWORD", login.password());
    }

    private static List<Path> jarsIn(Path lib) {
        try (Stream<Path> files = Files.list(lib)) {
            // In a fixed order: the start cache is good for one class path only.
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CannotStart(
                    "The application is not built (%s is missing): ./mvnw package -DskipTests.".formatted(lib), e);
        }
    }

    /** Starts it and waits until it reports readiness; before, if the jars changed, makes the cache that starts it quickly. */
    ChildProcess start(Consumer<String> progress) throws InterruptedException {
        ChildProcess.stopOrphan(options.home().run("app.pid"));
        Path cache = cache(progress);
        progress.accept("starts");
        var flags = new ArrayList<>(FLAGS);
        if (Files.exists(cache)) {
            flags.add("-XX:AOTCache=" + cache);
        }
        return ready(flags);
    }

    /** Without that cache: some seconds slower, for a run that is not repeated. */
    ChildProcess startOnce() throws InterruptedException {
        return ready(FLAGS);
    }

    /** For measurements at the size of the country. */
    ChildProcess startLarge() throws InterruptedException {
        ChildProcess.stopOrphan(options.home().run("app.pid"));
        return ready(FLAGS_OF_A_LARGE_NODE);
    }

    private ChildProcess ready(List<String> flags) throws InterruptedException {
        ChildProcess child = launch(flags, options.home().log("app"));
        try {
            awaitAnswer(child, "/health/readiness", 200);
            return child;
        } catch (InterruptedException | RuntimeException e) {
            child.close();
            throw e;
        }
    }

    private ChildProcess launch(List<String> flags, Path log) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", jars.stream().map(Path::toString).collect(Collectors.joining(":")), MAIN));
        return ChildProcess.start(command, environment, log, options.home().run("app.pid"));
    }

    /**
     * Classes loaded and linked beforehand, written by one trial run: 8 s become 3. A trial that fails only costs that gain,
     * so its troubles are left to the real start to report.
     */
    private Path cache(Consumer<String> progress) throws InterruptedException {
        Path folder = options.home().path().resolve("start-cache");
        Path cache = folder.resolve(fingerprint() + ".aot");
        if (Files.exists(cache)) {
            return cache;
        }
        progress.accept("runs once for trial, so that it starts quickly from now on");
        Path log = options.home().log("app-trial");
        try {
            removeOlder(folder);
            Path unfinished = Files.createDirectories(folder).resolve("unfinished.aot");
            var flags = new ArrayList<>(FLAGS);
            flags.add("-XX:AOTCacheOutput=" + unfinished);
            try (ChildProcess trial = launch(flags, log)) {
                awaitAnswer(trial, "/api/v1/configuration", 200);
                for (String path : VISITED_IN_TRAINING) {
                    status(path);
                }
                trial.process().destroy(); // it writes the cache as it ends
                trial.process().onExit().join();
            }
            if (Files.exists(unfinished)) {
                Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException | CannotStart e) {
            progress.accept("the trial run failed (see %s); it starts without".formatted(log));
        }
        return cache;
    }

    private static void removeOlder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The JVM accepts the cache for the very same jars and flags only. */
    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var seen = new StringBuilder(Runtime.version().toString()).append(FLAGS);
            for (Path jar : jars) {
                seen.append('\n')
                        .append(jar)
                        .append(' ')
                        .append(Files.size(jar))
                        .append(' ')
                        .append(Files.getLastModifiedTime(jar).toMillis());
            }
            return HexFormat.of()
                    .formatHex(digest.digest(seen.toString().getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer(ChildProcess child, String path, int wanted) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            if (!child.isAlive()) {
                throw new CannotStart("The application ended while starting (%s); see %s."
                        .formatted(child.lastWords().orElse("it said nothing"), child.log()));
            }
            if (status(path).equals(Optional.of(wanted))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new CannotStart("The application did not answer %s with %d within %d minutes; see %s."
                .formatted(path, wanted, PATIENCE.toMinutes(), child.log()));
    }

    private Optional<Integer> status(String path) throws InterruptedException {
        try {
            return Optional.of(http.send(
                            HttpRequest.newBuilder(URI.create(options.origin() + path))
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
