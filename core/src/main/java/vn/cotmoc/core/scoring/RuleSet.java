package vn.cotmoc.core.scoring;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A published rule set: data, never code.
 *
 * @param engine the name of the one that runs it
 * @param about null where its author said nothing
 * @param model the structured model as canonical JSON; its hash is the rule set's identity
 * @param sha256 of the model's UTF-8 bytes, lower-case hexadecimal
 * @param sentences by rule id, what the rule says to people
 * @param flags all that its rules may raise
 * @param asks by rule id, the components of {@link TargetFacts} that the rule asks
 * @param points what a verdict of it is worth
 * @param rollUp how it puts targets together
 */
public record RuleSet(
        String id,
        String version,
        String engine,
        @Nullable About about,
        String sha256,
        String model,
        Map<String, Sentence> sentences,
        Set<Flag> flags,
        Map<String, Set<String>> asks,
        Points points,
        RollUpRule rollUp) {

    public RuleSet {
        sentences = Map.copyOf(sentences);
        flags = Set.copyOf(flags);
        asks = Map.copyOf(asks);
    }

    /** Plain sentences; placeholders in braces are filled from the explanation's values. */
    @Serdeable
    public record Sentence(String vi, String en) {}

    /**
     * What people are told of a rule set.
     *
     * @param source the paper that it follows, or that it is the house's own design
     */
    public record About(Sentence name, Sentence says, Sentence source) {}
}
