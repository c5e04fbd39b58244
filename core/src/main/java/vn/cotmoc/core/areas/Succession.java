package vn.cotmoc.core.areas;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What became of areas on one day.
 *
 * @param on the first day of the successors, on which the predecessors are no more
 * @param source the instrument's words
 */
public record Succession(
        UUID id,
        SuccessionKind kind,
        LocalDate on,
        String source,
        List<Part> predecessors,
        List<Part> successors,
        Instant recordedAt,
        String recordedBy) {

    /** Whether the area follows all that its predecessors were: by a merger or a new name, not as a part of a split one. */
    boolean keepsWhole(UUID area) {
        return (kind == SuccessionKind.MERGED || kind == SuccessionKind.RENAMED)
                && successors.stream().anyMatch(part -> part.area().equals(area));
    }

    /** An area that takes part in it. */
    public record Part(UUID area, String name) {}
}
