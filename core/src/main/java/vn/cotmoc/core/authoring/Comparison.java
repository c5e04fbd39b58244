package vn.cotmoc.core.authoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two models, in the order of the newer one; what was removed comes first.
 *
 * @param changed cells, those of what was added and removed among them
 */
public record Comparison(List<Thing> removed, List<Thing> added, List<Moved> moved, List<Changed> changed) {

    public Comparison {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
        moved = List.copyOf(moved);
        changed = List.copyOf(changed);
    }

    /** @param place in its list, from 0 */
    public record Thing(Cell.Part part, String id, int place) {}

    /** Moved past others; those that only made room are not. */
    public record Moved(Cell.Part part, String id, int from, int to) {}

    /**
     * @param before words with commas between them, {@code -} for any, flags as {@code code (severity)}; null where there was nothing
     * @param after null where there is nothing any more
     */
    public record Changed(
            Cell cell, @Nullable String before, @Nullable String after) {}
}
