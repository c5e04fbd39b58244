package vn.cotmoc.rules.drools;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Bean;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.sandbox.Drl;
import vn.cotmoc.rules.sandbox.DrlGuard;

/**
 * Compiles in a process of its own, with its own memory, without the application's secrets, one set at a time. A compilation that takes
 * too long is ended with its process, and the application does not notice; one that needs too much memory ends its process itself. Of
 * what comes back only the classes are taken, and they have yet to pass the loader.
 */
@Singleton
@Bean(preDestroy = "close")
final class CompilerProcess implements Compiler, AutoCloseable {

    /**
     * @param first of a process's first compilation, which loads the compiler
     * @param next of every other
     * @param megabytes of heap
     * @param idle after which the process is ended
     */
    record Budget(Duration first, Duration next, int megabytes, Duration idle) {}

    /** The largest set that may be takes 3 s and 48 MB where nothing else runs. */
    private static final Budget BUDGET =
            new Budget(Duration.ofSeconds(40), Duration.ofSeconds(10), 128, Duration.ofMinutes(5));

    private final Budget budget;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rules-compiler-clock").factory());
    private @Nullable Running running;
    private Future<?> rest = CompletableFuture.completedFuture(null);

    private record Running(Process process, DataOutputStream texts, DataInputStream answers) {}

    @Inject
    CompilerProcess() {
        this(BUDGET);
    }

    CompilerProcess(Budget budget) {
        this.budget = budget;
    }

    @Override
    public Kjar compile(SealedModel sealed) {
        Drl drl = Drl.of(sealed.model());
        DrlGuard.admit(drl.text());
        Kjar kjar = compile(
                drl.text(),
                "%s %s".formatted(sealed.model().id(), sealed.model().version()));
        return new Kjar(sealed.sha256(), Kjar.sourceOf(drl), kjar.modelClass(), kjar.classes());
    }

    private synchronized Kjar compile(String drl, String name) {
        rest.cancel(false);
        Running known = running;
        boolean warm = known != null && known.process().isAlive();
        Running process = warm ? Objects.requireNonNull(known) : start();
        running = process;
        Duration within = warm ? budget.next() : budget.first();
        long begun = System.nanoTime();
        Future<?> alarm = clock.schedule(process.process()::destroyForcibly, within.toNanos(), TimeUnit.NANOSECONDS);
        try {
            byte[] text = drl.getBytes(UTF_8);
            process.texts().writeInt(text.length);
            process.texts().write(text);
            process.texts().flush();
            byte answer = process.answers().readByte();
            byte[] content = process.answers().readNBytes(process.answers().readInt());
            if (answer == CompilerMain.REFUSED) {
                throw new EngineFailure("Rule set %s does not compile: %s".formatted(name, new String(content, UTF_8)));
            }
            return Kjar.read(new ByteArrayInputStream(content));
        } catch (IOException ended) {
            boolean late = System.nanoTime() - begun >= within.toNanos();
            end();
            throw new EngineFailure(
                    late
                            ? "Rule set %s was not compiled within %d s; make it smaller, or try again when the machine is less busy."
                                    .formatted(name, within.toSeconds())
                            : "Rule set %s needs more than %d MB to compile; make it smaller."
                                    .formatted(name, budget.megabytes()),
                    ended);
        } finally {
            alarm.cancel(false);
            rest = clock.schedule(this::end, budget.idle().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private Running start() {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx%dm".formatted(budget.megabytes()),
                        "-XX:MaxMetaspaceSize=128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        CompilerMain.class.getName()))
                .redirectError(Redirect.DISCARD);
        // The application's environment holds its passwords.
        builder.environment().clear();
        try {
            Process process = builder.start();
            return new Running(
                    process,
                    new DataOutputStream(new BufferedOutputStream(process.getOutputStream())),
                    new DataInputStream(process.getInputStream()));
        } catch (IOException failed) {
            throw new EngineFailure("The compiler of rules does not start: " + failed.getMessage(), failed);
        }
    }

    private synchronized void end() {
        Running known = running;
        running = null;
        if (known != null) {
            known.process().destroyForcibly();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        end();
    }
}
