package vn.cotmoc.core.engines;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.scoring.EngineUnavailable;
import vn.cotmoc.core.scoring.EngineUnavailable.Why;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;

/**
 * A jar that the operator installed. Its code is trusted not to harm, but not to work: each question gets a platform
 * thread of its own, which inherits nothing of the caller's (no province, no transaction), and a deadline. Whose code throws, hangs or
 * talks nonsense once is not asked again until the house restarts.
 *
 * <p>Java cannot end a thread from outside. One that hangs is interrupted and left behind, a daemon that may hold a core
 * and memory until the restart; as the plugin is not asked again, at most {@value #MOST_AT_ONCE} of them are.
 */
final class Plugin {

    static final int MOST_AT_ONCE = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Plugin.class);

    private final String jar;
    private final ClassLoader loader;
    private final Duration deadline;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final AtomicReference<@Nullable Quarantine> quarantine = new AtomicReference<>();

    /** @param reason in words that follow who was asked */
    private record Quarantine(String who, Instant since, String reason) {}

    /**
     * @param jar its name, for people
     * @param loader that its threads see
     * @param deadline for one question, and for waiting until one can be asked
     */
    Plugin(String jar, ClassLoader loader, Duration deadline) {
        this.jar = jar;
        this.loader = loader;
        this.deadline = deadline;
    }

    /**
     * What the plugin's code says in time.
     *
     * @throws EngineFailure as the code throws it; it may refuse a rule set
     * @throws EngineUnavailable if it does anything else, or did before
     */
    <T extends @Nullable Object> T ask(String engine, Callable<T> question) {
        refuseIfQuarantined(engine);
        try {
            if (!places.tryAcquire(deadline.toNanos(), NANOSECONDS)) {
                refuseIfQuarantined(engine);
                throw busy(engine);
            }
            return answer(engine, question);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("The wait for %s was interrupted.".formatted(engine), ending);
        }
    }

    /** Its place is free again when its thread has ended, however late. */
    private <T extends @Nullable Object> T answer(String engine, Callable<T> question) throws InterruptedException {
        FutureTask<T> answer = new FutureTask<>(() -> {
            refuseIfQuarantined(engine);
            return question.call();
        });
        Thread thread = Thread.ofPlatform()
                .daemon()
                .inheritInheritableThreadLocals(false)
                .name("plugin " + jar)
                .unstarted(() -> {
                    try {
                        answer.run();
                    } finally {
                        places.release();
                    }
                });
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return answer.get(deadline.toNanos(), NANOSECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw quarantine(Why.HUNG, timed(engine), "gave no answer within %s s".formatted(seconds()), late);
        } catch (ExecutionException thrown) {
            Throwable cause = Objects.requireNonNull(thrown.getCause());
            if (cause instanceof EngineFailure refused) {
                throw refused;
            }
            throw quarantine(
                    Why.THREW,
                    Map.of("engine", engine),
                    "threw " + cause.getClass().getName(),
                    cause);
        } catch (InterruptedException ending) {
            answer.cancel(true);
            throw ending;
        }
    }

    /**
     * Nobody asks this plugin again; what is thrown says why.
     *
     * @param values with the engine's name
     * @param reason in words that follow that name
     */
    EngineUnavailable quarantine(Why why, Map<String, Object> values, String reason, @Nullable Throwable cause) {
        String engine = String.valueOf(values.get("engine"));
        if (quarantine.compareAndSet(null, new Quarantine(engine, Instant.now(), reason))) {
            LOG.error("{}, of the plugin {}, {}; it is not asked again until a restart.", engine, jar, reason, cause);
        }
        return new EngineUnavailable(why, values, "%s, of the plugin %s, %s.".formatted(engine, jar, reason), cause);
    }

    private void refuseIfQuarantined(String engine) {
        Quarantine since = quarantine.get();
        if (since != null) {
            throw new EngineUnavailable(Why.QUARANTINED, Map.of("engine", engine), said(since), null);
        }
    }

    /** For the operator; empty while the plugin is asked. */
    Optional<String> warning() {
        return Optional.ofNullable(quarantine.get()).map(this::said);
    }

    private String said(Quarantine since) {
        return "%s, of the plugin %s, %s; since %s the plugin is not asked, until a restart."
                .formatted(since.who, jar, since.reason, since.since);
    }

    private EngineUnavailable busy(String engine) {
        return new EngineUnavailable(
                Why.BUSY,
                timed(engine),
                "%s, of the plugin %s, was at work on %d other questions for %s s."
                        .formatted(engine, jar, MOST_AT_ONCE, seconds()),
                null);
    }

    private Map<String, Object> timed(String engine) {
        return Map.of("engine", engine, "seconds", seconds());
    }

    private Amount seconds() {
        return new Amount(BigDecimal.valueOf(deadline.toMillis(), 3));
    }

    /** The jar's name. */
    @Override
    public String toString() {
        return jar;
    }
}
