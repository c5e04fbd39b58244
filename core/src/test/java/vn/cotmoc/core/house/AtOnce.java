package vn.cotmoc.core.house;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;

/**
 * Two people doing the same at the same moment: the second has looked and begun to write before the first has committed, which
 * chance alone would seldom show.
 */
public final class AtOnce {

    private static final String WAITING = """
            select 'waits' from pg_stat_activity
            where usename = 'cotmoc_app' and wait_event_type = 'Lock' and state = 'active'
            """;

    private AtOnce() {}

    /** Both succeed, and the second waits for the first. */
    public static void inTurn(TenantId province, Supplier<?> work, Supplier<?> otherWork) {
        run(province, work, otherWork).ifPresent(told -> {
            throw new AssertionError("The second was told.", told);
        });
    }

    /** What the second is told; the first succeeds. */
    public static Refusal refused(TenantId province, Supplier<?> work) {
        return refused(province, work, work);
    }

    /** The same where the second does something else. */
    public static Refusal refused(TenantId province, Supplier<?> work, Supplier<?> otherWork) {
        return run(province, work, otherWork).orElseThrow(() -> new AssertionError("Both succeeded."));
    }

    private static Optional<Refusal> run(TenantId province, Supplier<?> work, Supplier<?> otherWork) {
        try (var people = Executors.newFixedThreadPool(2)) {
            var written = new CountDownLatch(1);
            var secondWaits = new CountDownLatch(1);
            Future<?> first = people.submit(() -> House.in(
                    province,
                    () -> House.transaction(() -> {
                        Object done = work.get();
                        written.countDown();
                        await(secondWaits);
                        return String.valueOf(done);
                    })));
            await(written);
            Future<?> second = people.submit(() -> House.in(province, otherWork));
            waitUntilOneWaits();
            secondWaits.countDown();
            first.get();
            try {
                second.get();
            } catch (ExecutionException told) {
                if (told.getCause() instanceof Refusal refusal) {
                    return Optional.of(refusal);
                }
                throw new AssertionError("The second was not told but failed.", told.getCause());
            }
            return Optional.empty();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("The first did not succeed.", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("The other did not come that far in 20 s.");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void waitUntilOneWaits() throws InterruptedException {
        for (int tries = 0; tries < 400; tries++) {
            List<String> waiting = House.asSuperuser(WAITING);
            if (!waiting.isEmpty()) {
                return;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("The second never waited for the first.");
    }
}
