package vn.cotmoc.core.observations;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of one indicator in one place, of all parts of the people. */
public record FiguresOf(String indicator, UUID area) {

    /** {@code GRDP_GROWTH@0192…,}, each with its comma, so that more can be added behind. */
    public static String text(Collection<FiguresOf> some) {
        return some.stream()
                .map(one -> one.indicator + "@" + one.area + ",")
                .distinct()
                .collect(Collectors.joining());
    }

    /** What {@link #text} wrote, each once. */
    public static Set<FiguresOf> parse(String text) {
        return Stream.of(text.split(","))
                .filter(one -> !one.isEmpty())
                .map(one -> one.split("@"))
                .map(parts -> new FiguresOf(parts[0], UUID.fromString(parts[1])))
                .collect(Collectors.toSet());
    }
}
