package vn.cotmoc.core.observations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Which figure each line of a file names: a vintage of a period, by its status and its day. A million lines take 20 bytes each, for
 * what they name is kept as a digest of 122 bits: that two differ and have one digest does not happen.
 */
final class NamedFigures {

    private static final int AT_FIRST = 1024;

    private long[] high = new long[AT_FIRST];
    private long[] low = new long[AT_FIRST];
    private int[] lines = new int[AT_FIRST];
    private int size;

    /** Takes two lines that name one figure. */
    interface Twins {

        void take(int earlier, int later);
    }

    /** Lines come in their order. */
    void add(int line, Observation figure) {
        if (size == lines.length) {
            int room = size + (size >> 1);
            high = Arrays.copyOf(high, room);
            low = Arrays.copyOf(low, room);
            lines = Arrays.copyOf(lines, room);
        }
        UUID digest = digest(figure);
        high[size] = digest.getMostSignificantBits();
        low[size] = digest.getLeastSignificantBits();
        lines[size] = line;
        size++;
    }

    private static UUID digest(Observation figure) {
        // The part comes last: it alone may hold what parts the others.
        return UUID.nameUUIDFromBytes(String.join(
                        "\n",
                        figure.indicator(),
                        figure.area().toString(),
                        figure.calendar().code(),
                        figure.period().toString(),
                        figure.status().code(),
                        figure.knownOn().toString(),
                        figure.subgroup())
                .getBytes(UTF_8));
    }

    /** Each line that names what a line before it names, with the first that does. */
    void forTwins(Twins twins) {
        long[] several = several();
        Map<UUID, Integer> firsts = new HashMap<>();
        for (int at = 0; several.length > 0 && at < size; at++) {
            if (Arrays.binarySearch(several, high[at]) >= 0) {
                Integer first = firsts.putIfAbsent(new UUID(high[at], low[at]), lines[at]);
                if (first != null) {
                    twins.take(first, lines[at]);
                }
            }
        }
    }

    /** Halves of digests that come more than once, in their order: hardly ever any. */
    private long[] several() {
        long[] sorted = Arrays.copyOf(high, size);
        Arrays.sort(sorted);
        return IntStream.range(1, size)
                .filter(at -> sorted[at] == sorted[at - 1])
                .mapToLong(at -> sorted[at])
                .distinct()
                .toArray();
    }
}
