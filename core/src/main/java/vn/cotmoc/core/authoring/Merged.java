package vn.cotmoc.core.authoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param model both people's changes; mine where they conflict
 * @param cases likewise
 * @param conflicts cells that both changed, each to something else, and what stands beside them in one row or alert
 */
public record Merged(String model, List<TestCase> cases, List<Conflict> conflicts) {

    public Merged {
        cases = List.copyOf(cases);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Of an {@link Cell.Part#ORDER} the sides are the things of one stretch of the list, the same ones in either order.
     *
     * @param base as both found it, written like the other two as in {@link Comparison.Changed}; null for nothing
     * @param edits what one side made of a thing that the other one removed
     */
    public record Conflict(
            Cell cell,
            @Nullable String base,
            @Nullable String mine,
            @Nullable String theirs,
            List<Comparison.Changed> edits) {

        public Conflict {
            edits = List.copyOf(edits);
        }
    }
}
