package vn.cotmoc.core.house;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** For what other threads do in their own time. */
public final class Wait {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Wait() {}

    public static void until(String what, BooleanSupplier holds) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("In %d s it did not come that %s.".formatted(PATIENCE.toSeconds(), what));
            }
            pause(Duration.ofMillis(50));
        }
    }

    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
