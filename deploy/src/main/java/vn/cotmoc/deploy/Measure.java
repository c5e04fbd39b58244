package vn.cotmoc.deploy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import vn.cotmoc.local.CannotStart;
import vn.cotmoc.local.ChildProcess;
import vn.cotmoc.local.Claim;
import vn.cotmoc.local.LocalHome;
import vn.cotmoc.local.LocalKeycloak;
import vn.cotmoc.local.LocalPostgres;

/**
 * Behind {@code ./cotmoc measure}: how long the servers take to start and what memory they hold, on the data of the demo. The
 * application is started several times, each from its exec to readiness with PostgreSQL and Keycloak up; then somebody logs
 * in and reads a plan, a minute passes, and the memory of every process is read. Prints rows for deploy/README.md.
 */
final class Measure {

    private static final int STARTS = 7;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Measure() {}

    public static void main(String[] arguments) throws Exception {
        LocalHome home = LocalHome.ofProject();
        Path build = Path.of(System.getProperty("cotmoc.build", "deploy/target"));
        try (Claim claim = Claim.on(home.run("demo.lock"))
                .orElseThrow(
                        () -> new CannotStart("A demo or a measurement of this folder is running; stop it first."))) {
            measure(DemoOptions.parse(List.of(arguments), home, build));
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private static void measure(DemoOptions options) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        try (LocalPostgres postgres =
                LocalPostgres.start(LocalPostgres.Settings.kept(options.home(), options.postgresPort()))) {
            row("PostgreSQL, next start", since(begun));
            var realm = LocalKeycloak.Settings.kept(options.home(), options.keycloakPort(), options.origin(), postgres);
            begun = Instant.now();
            try (LocalKeycloak keycloak = LocalKeycloak.start(realm, what -> {})) {
                row("Keycloak, next start", since(begun));
                var app = new AppProcess(options, postgres, realm);
                app.start(what -> {}).close(); // makes the start cache if there is none
                var starts = new ArrayList<Duration>();
                for (int i = 0; i < STARTS; i++) {
                    begun = Instant.now();
                    ChildProcess child = app.start(what -> {});
                    starts.add(since(begun));
                    if (i < STARTS - 1) {
                        child.close();
                    } else {
                        memory(options, postgres, keycloak, child);
                        child.close();
                    }
                }
                Collections.sort(starts);
                row("application, exec to readiness, median of " + STARTS, starts.get(STARTS / 2));
                row("application, fastest", starts.getFirst());
                row("application, slowest", starts.getLast());
            }
        }
    }

    private static void memory(
            DemoOptions options, LocalPostgres postgres, LocalKeycloak keycloak, ChildProcess application)
            throws IOException, InterruptedException {
        String token = keycloak.token("lc.chuyenvien", "cotmoc-demo", "openid organization");
        for (String path : List.of("/", "/api/v1/configuration", "/api/v1/me", "/api/v1/plans", "/api/v1/thresholds")) {
            HTTP.send(
                    HttpRequest.newBuilder(URI.create(options.origin() + path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        Thread.sleep(IDLE);
        row("application, memory after " + IDLE.toSeconds() + " s idle", residentMegabytes(application.process()));
        row("Keycloak, memory", residentMegabytes(keycloak.child().process()));
        postgres.process().ifPresent(process -> row("PostgreSQL, memory of the main process", resident(process.pid())));
    }

    /** Of the largest process among the child and those it started: a start script keeps a shell above the server. */
    private static String residentMegabytes(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .mapToLong(Measure::residentKilobytes)
                .max()
                .stream()
                .mapToObj(kilobytes -> kilobytes / 1024 + " MB")
                .findFirst()
                .orElse("unknown");
    }

    private static String resident(long pid) {
        return residentKilobytes(pid) / 1024 + " MB";
    }

    private static long residentKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }

    private static Duration since(Instant begun) {
        return Duration.between(begun, Instant.now());
    }

    private static void row(String what, Duration took) {
        row(what, "%.1f s".formatted(took.toMillis() / 1000.0));
    }

    private static void row(String what, String value) {
        IO.println("| %s | %s |".formatted(what, value));
    }
}
