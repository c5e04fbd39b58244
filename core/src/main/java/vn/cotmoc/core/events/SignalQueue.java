package vn.cotmoc.core.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.tenancy.TenantId;

/** Takes signals off the bus's thread; those of a province that come while others are worked on become one. */
public final class SignalQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SignalQueue.class);

    private final Consumer<Signal> work;
    private final Map<TenantId, Set<UUID>> waiting = new LinkedHashMap<>();
    private final ExecutorService worker;

    /** @param name of its thread; @param work done with one signal after the other */
    public SignalQueue(String name, Consumer<Signal> work) {
        this.work = work;
        this.worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    public void put(Signal signal) {
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty();
            waiting.computeIfAbsent(signal.province(), province -> new LinkedHashSet<>())
                    .addAll(signal.events());
        }
        if (first && !worker.isShutdown()) {
            worker.execute(this::workOff);
        }
    }

    private void workOff() {
        List<Signal> taken = new ArrayList<>();
        synchronized (waiting) {
            waiting.forEach((province, events) -> taken.add(new Signal(province, List.copyOf(events))));
            waiting.clear();
        }
        taken.forEach(this::workOn);
    }

    /** One province's trouble is not another's. */
    private void workOn(Signal signal) {
        try {
            work.accept(signal);
        } catch (RuntimeException failure) {
            if (!worker.isShutdown()) {
                LOG.warn("Events of {} were not worked on.", signal.province(), failure);
            }
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
