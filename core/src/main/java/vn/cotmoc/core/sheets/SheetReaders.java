package vn.cotmoc.core.sheets;

import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.cotmoc.core.refusals.Refusal;

/** The few threads that read sheets: parsing keeps a processor busy, and many at once would take them all from everybody else. */
@Singleton
@Bean(preDestroy = "close")
class SheetReaders implements AutoCloseable {

    private static final int AT_ONCE = 2;

    /** Those that wait among them. */
    private static final int MOST = 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("sheet-reader-", 1).daemon().factory());
    private final Semaphore places = new Semaphore(MOST);

    /**
     * @param first what must have happened before; done by the caller
     * @param work done by one of the threads
     * @param patience how long the work's end is waited for
     * @throws Refusal {@code imports-busy}; nothing happened then
     */
    void run(Runnable first, Runnable work, Duration patience) {
        if (!places.tryAcquire()) {
            throw Refusal.conflict("imports-busy", "most", MOST);
        }
        Future<?> running;
        try {
            first.run();
            running = threads.submit(() -> {
                try {
                    work.run();
                } finally {
                    places.release();
                }
            });
        } catch (RuntimeException failure) {
            places.release();
            throw failure;
        }
        try {
            running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException takesLonger) {
            // Its progress can be asked for.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
