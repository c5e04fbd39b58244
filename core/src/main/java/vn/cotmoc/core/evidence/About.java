package vn.cotmoc.core.evidence;

import java.util.UUID;

/** What a file proves. */
public sealed interface About {

    UUID id();

    record Figure(UUID id) implements About {}

    record Paper(UUID id) implements About {}

    /** The explanation of a case. */
    record Explanation(UUID id) implements About {}
}
