package vn.cotmoc.core.events;

import java.util.function.Consumer;

/**
 * Tells every node what any node has committed. Each event comes to each listener of each node at least once, however often
 * connections break and nodes die between commit and telling.
 */
public interface EventBus {

    /**
     * @param listener called by the bus's own thread, one signal after the other: it hands over what takes long
     * @return ends the listening
     */
    Runnable listen(Consumer<Signal> listener);

    /** Says that this node has just committed events, so that nobody waits for the next look around. */
    void ring();
}
