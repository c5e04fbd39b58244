package vn.cotmoc.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import vn.cotmoc.deploy.demo.DemoData;
import vn.cotmoc.deploy.demo.DemoFailure;
import vn.cotmoc.deploy.demo.DemoSite;
import vn.cotmoc.local.CannotStart;
import vn.cotmoc.local.ChildProcess;
import vn.cotmoc.local.Claim;
import vn.cotmoc.local.LocalHome;
import vn.cotmoc.local.LocalKeycloak;
import vn.cotmoc.local.LocalPostgres;

/**
 * Runs the whole product on this machine until Ctrl-C: PostgreSQL, then Keycloak and the application side by side, then the
 * demo's data if they are not in yet. Whatever ends it (a signal, a failure, the death of one of the three) stops the others
 * in the opposite order.
 *
 * <p>Exit status: 0 or 130 after Ctrl-C, 1 if something could not start or died, 2 for an option not understood.
 */
public final class Demo {

    private final DemoOptions options;
    private final Story story;
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
    /** The application ends before Keycloak, and the database both use last, whichever was ready first. */
    private enum Part {
        APPLICATION("Cột Mốc"),
        KEYCLOAK("Keycloak"),
        POSTGRESQL("PostgreSQL"),
        DATA("Demo data");

        private final String title;

        Part(String title) {
            this.title = title;
        }
    }

    private final Map<Part, Runnable> stops = new EnumMap<>(Part.class);
    private final CompletableFuture<String> death = new CompletableFuture<>();
    private volatile boolean begun;
    private volatile boolean restarting;
    private volatile boolean stopping;

    private Demo(DemoOptions options, Story story) {
        this.options = options;
        this.story = story;
    }

    public static void main(String[] arguments) {
        LocalHome home = LocalHome.ofProject();
        Path build = Path.of(System.getProperty("cotmoc.build", "deploy/target"));
        int status = 1;
        try (var story = new Story(System.out)) {
            try {
                DemoOptions options = DemoOptions.parse(List.of(arguments), home, build);
                try {
                    new Demo(options, story).run();
                } catch (CannotStart | DemoFailure e) {
                    story.plainly(String.valueOf(e.getMessage()));
                }
            } catch (CannotStart e) {
                story.plainly(String.valueOf(e.getMessage()));
                status = 2;
            }
        }
        System.exit(status);
    }

    private void run() {
        LocalHome home = options.home();
        Claim claim = Claim.on(home.run("demo.lock"))
                .orElseThrow(
                        () -> new CannotStart(
                                "A demo of this folder is running already: use it, or stop it by Ctrl-C in its window or by ./cotmoc reset."));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop();
            claim.close();
        }));
        try {
            Checks.roomOn(home.path(), Checks.DISK);
            ChildProcess.stopOrphan(home.run("app.pid"));
            ChildProcess.stopOrphan(home.run("keycloak.pid"));
            var database = LocalPostgres.Settings.kept(home, options.postgresPort());
            LocalPostgres.stopOrphan(database);
            Checks.portsOf(options);

            begun = true;
            LocalPostgres postgres = started(startPostgres(database));
            var realm = LocalKeycloak.Settings.kept(home, options.keycloakPort(), options.origin(), postgres);
            Future<LocalKeycloak> keycloak = startKeycloak(realm);
            boolean loaded = isLoaded();
            var application = new AppProcess(options, postgres, realm);
            Future<ChildProcess> app =
                    startApp(loaded ? application : application.with("COTMOC_SCORING_AUTOMATIC", "false"));
            LocalKeycloak identities = started(keycloak);
            ChildProcess serving = started(app);
            if (!loaded) {
                load(identities);
                restarting = true;
                serving.close();
                started(startApp(new AppProcess(options, postgres, realm)));
            }
            story.plainly(Welcome.text(options));
            story.plainly(death.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            if (death.isDone()) {
                story.plainly(death.join()); // the cause; the failure is what followed from it
            } else if (!stopping) { // else it is only the echo of our own stopping
                throw e;
            }
        }
    }

    private Future<LocalPostgres> startPostgres(LocalPostgres.Settings settings) {
        return starters.submit(() -> {
            story.begins(
                    Part.POSTGRESQL.title,
                    Files.exists(settings.data()) ? "starts" : "makes its first data and starts");
            LocalPostgres postgres = LocalPostgres.start(settings);
            onStop(Part.POSTGRESQL, postgres::close);
            postgres.process()
                    .ifPresent(process -> process.onExit().thenRun(() -> died(Part.POSTGRESQL, postgres.log())));
            story.done(Part.POSTGRESQL.title, "is ready on port " + postgres.port());
            return postgres;
        });
    }

    private Future<LocalKeycloak> startKeycloak(LocalKeycloak.Settings settings) {
        return starters.submit(() -> {
            LocalKeycloak keycloak = LocalKeycloak.start(settings, what -> story.begins(Part.KEYCLOAK.title, what));
            onStop(Part.KEYCLOAK, keycloak::close);
            keycloak.child()
                    .onExit()
                    .thenRun(() -> died(Part.KEYCLOAK, keycloak.child().log()));
            story.done(Part.KEYCLOAK.title, "is ready at " + keycloak.url());
            return keycloak;
        });
    }

    private Future<ChildProcess> startApp(AppProcess application) {
        return starters.submit(() -> {
            ChildProcess app = application.start(what -> story.begins(Part.APPLICATION.title, what));
            restarting = false;
            onStop(Part.APPLICATION, app::close);
            app.onExit().thenRun(() -> {
                if (!restarting) {
                    died(Part.APPLICATION, app.log());
                }
            });
            story.done(Part.APPLICATION.title, "is ready at " + options.origin());
            return app;
        });
    }

    /** What a starter made; its failure in the starter's own words. The others go on, and are stopped by the hook. */
    private static <T> T started(Future<T> starter) throws InterruptedException {
        try {
            return starter.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw new CannotStart("It could not be started: %s.".formatted(e.getCause()), e);
        }
    }

    private Path mark() {
        return options.home().data().resolve("demo.sha256");
    }

    /** Whether these very rows are in. */
    private boolean isLoaded() {
        try {
            return Files.exists(mark()) && Files.readString(mark()).equals(DemoData.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Enters the demo through the application's own API. It must not score by itself meanwhile: a case would be opened for each
     * figure that is not in yet.
     */
    private void load(LocalKeycloak keycloak) {
        try {
            story.begins(Part.DATA.title, "enter through the application's API");
            new DemoData(site(options, keycloak)).load((done, total, what) -> tell(done, total, what));
            story.done(Part.DATA.title, "are in");
            Files.writeString(mark(), DemoData.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the data go. */
    static DemoSite site(DemoOptions options, LocalKeycloak keycloak) {
        return new DemoSite(
                URI.create(options.origin()),
                URI.create(keycloak.url()),
                "cotmoc",
                new DemoSite.MasterAdmin(
                        keycloak.administrator().user(),
                        keycloak.administrator().password()));
    }

    private void tell(int done, int total, String what) {
        if (done > 0 && done * 10 / total > (done - 1) * 10 / total) {
            story.begins(Part.DATA.title, "%d of %d: %s".formatted(done, total, what));
        }
    }

    private synchronized void onStop(Part part, Runnable stop) {
        stops.put(part, stop);
    }

    private void died(Part part, Path log) {
        if (!stopping) {
            death.complete("\n%s ended by itself, so the demo ends; the reason is at the end of %s."
                    .formatted(part.title, log));
        }
    }

    /** Called once, by the JVM's shutdown. What is half started is given up first, so that nothing starts any more. */
    private void stop() {
        stopping = true;
        if (!begun) {
            return;
        }
        story.plainly("");
        starters.shutdownNow();
        try {
            if (!starters.awaitTermination(60, TimeUnit.SECONDS)) {
                story.plainly("Something does not stop starting; the next start will clear it away.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            stops.forEach((part, stop) -> {
                story.say(part.title, "stops");
                stop.run();
            });
        }
        story.plainly("Everything is stopped; the data are kept. Start again: ./cotmoc demo");
    }
}
