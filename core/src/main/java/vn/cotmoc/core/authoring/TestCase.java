package vn.cotmoc.core.authoring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.RuleSet.Sentence;

/**
 * What an author expects of a target.
 *
 * @param name null where nobody gave one
 * @param given words by facts, e.g. {@code end-band: nearly}. What is not given is as usual on the way, or as near to that as what is
 *     given allows: running, a partial figure, not met, below, on track, and nothing to warn of
 * @param rating its word
 * @param flags codes of all that is raised, in any order
 * @param row that rates; null if any may
 */
public record TestCase(
        String id,
        @Nullable Sentence name,
        Map<String, String> given,
        String rating,
        List<String> flags,
        @Nullable String row) {

    public TestCase {
        given = Map.copyOf(given);
        flags = List.copyOf(flags);
    }
}
