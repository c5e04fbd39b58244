package vn.cotmoc.core.scoring;

import java.util.Map;
import java.util.Set;

/**
 * A published rule set: data, never code.
 *
 * @param engine the name of the one that runs it
 * @param model the structured model as canonical JSON; its hash is the rule set's identity
 * @param sha256 of the model's UTF-8 bytes, lower-case hexadecimal
 * @param sentences by rule id, what the rule says to people
 * @param flags all that its rules may raise
 * @param asks by rule id, the components of {@link TargetFacts} that the rule asks
 */
public record RuleSet(
        String id,
        String version,
        String engine,
        String sha256,
        String model,
        Map<String, Sentence> sentences,
        Set<Flag> flags,
        Map<String, Set<String>> asks) {

    public RuleSet {
        sentences = Map.copyOf(sentences);
        flags = Set.copyOf(flags);
        asks = Map.copyOf(asks);
    }

    /** Plain sentences; placeholders in braces are filled from the explanation's values. */
    public record Sentence(String vi, String en) {}
}
