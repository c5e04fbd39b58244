package vn.cotmoc.web.observations;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads things on a thread of its own, some thousands before they are needed, while the database works on those before them.
 * What reading throws is thrown where the thing would have come. Close it: the thread ends then, read to the end or not.
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {

    private static final int AT_ONCE = 1000;
    private static final int BATCHES = 4;

    private final BlockingQueue<Batch<T>> read = new ArrayBlockingQueue<>(BATCHES);
    private final Thread reader;
    private Batch<T> batch = new Batch<>(List.of(), false, null);
    private int next;

    ReadAhead(Iterator<T> source) {
        reader = Thread.ofVirtual().name("read-ahead").start(() -> readAll(source));
    }

    /** @param failure after the things */
    private record Batch<T>(
            List<T> things, boolean isLast, @Nullable RuntimeException failure) {}

    private void readAll(Iterator<T> source) {
        try {
            boolean more = true;
            while (more) {
                List<T> things = new ArrayList<>(AT_ONCE);
                RuntimeException failure = null;
                try {
                    while (things.size() < AT_ONCE && source.hasNext()) {
                        things.add(source.next());
                    }
                } catch (RuntimeException thrown) {
                    failure = thrown;
                }
                more = failure == null && things.size() == AT_ONCE;
                read.put(new Batch<>(things, !more, failure));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean hasNext() {
        while (next == batch.things().size()) {
            if (batch.failure() != null) {
                throw batch.failure();
            }
            if (batch.isLast()) {
                return false;
            }
            batch = take();
            next = 0;
        }
        return true;
    }

    private Batch<T> take() {
        try {
            return read.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the next lines are read.", e);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return batch.things().get(next++);
    }

    /** Waits for the reader, who may have the file open. */
    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
