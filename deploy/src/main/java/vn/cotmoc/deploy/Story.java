package vn.cotmoc.deploy;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells the person at the terminal what is going on and for how long, a line an event:
 *
 * <pre>[ 12 s] Keycloak     ready at http://localhost:8180</pre>
 *
 * Whatever takes long is mentioned again every ten seconds, so that silence never means trouble.
 */
final class Story implements AutoCloseable {

    private static final long MENTION_AGAIN = TimeUnit.SECONDS.toNanos(10);

    private final PrintStream out;
    private final long begun = System.nanoTime();
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Thread mention;

    private record Open(String what, long since, long mentioned) {}

    Story(PrintStream out) {
        this.out = out;
        this.mention = Thread.ofVirtual().start(this::mentionAgain);
    }

    /** Something began that will end with {@link #done} or another {@code begins} of the same teller. */
    void begins(String who, String what) {
        open.put(who, new Open(what, System.nanoTime(), System.nanoTime()));
        say(who, what);
    }

    void done(String who, String what) {
        open.remove(who);
        say(who, what);
    }

    void say(String who, String what) {
        out.printf("[%3d s] %-11s %s%n", seconds(begun), who, what);
        out.flush();
    }

    void plainly(String text) {
        out.println(text);
        out.flush();
    }

    private void mentionAgain() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(1);
                open.replaceAll((who, one) -> {
                    if (System.nanoTime() - one.mentioned() < MENTION_AGAIN) {
                        return one;
                    }
                    say(who, "… %s (%d s)".formatted(one.what(), seconds(one.since())));
                    return new Open(one.what(), one.since(), System.nanoTime());
                });
            }
        } catch (InterruptedException toldToStop) {
            Thread.currentThread().interrupt();
        }
    }

    private static long seconds(long since) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
    }

    @Override
    public void close() {
        open.clear();
        mention.interrupt();
    }
}
