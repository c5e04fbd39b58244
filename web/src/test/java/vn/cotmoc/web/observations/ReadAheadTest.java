package vn.cotmoc.web.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ReadAheadTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1000, 1001, 12_345})
    void everythingComesInItsOrder(int many) {
        List<Integer> all = IntStream.range(0, many).boxed().toList();
        List<Integer> came = new ArrayList<>();
        try (ReadAhead<Integer> lines = new ReadAhead<>(all.iterator())) {
            lines.forEachRemaining(came::add);
            assertThat(lines.hasNext()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(lines::next);
        }
        assertThat(came).isEqualTo(all);
    }

    @Test
    void whatReadingThrowsComesAfterWhatWasRead() {
        Iterator<Integer> broken = IntStream.iterate(0, n -> n + 1)
                .peek(n -> {
                    if (n == 2500) {
                        throw new IllegalArgumentException("broken");
                    }
                })
                .iterator();
        AtomicInteger came = new AtomicInteger();
        try (ReadAhead<Integer> lines = new ReadAhead<>(broken)) {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> {
                while (lines.hasNext()) {
                    assertThat(lines.next()).isEqualTo(came.getAndIncrement());
                }
            });
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(lines::hasNext);
        }
        assertThat(came).hasValue(2500);
    }

    @Test
    void itReadsNoMoreOnceItIsClosed() throws InterruptedException {
        AtomicInteger read = new AtomicInteger();
        Iterator<Integer> endless = IntStream.generate(read::incrementAndGet).iterator();
        try (ReadAhead<Integer> lines = new ReadAhead<>(endless)) {
            assertThat(lines.next()).isEqualTo(1);
        }
        int then = read.get();
        Thread.sleep(Duration.ofMillis(100));
        assertThat(read).hasValue(then);
        assertThat(then).as("some thousands ahead, not all").isLessThan(10_000);
    }
}
