package vn.cotmoc.core.scoring;

import java.util.Map;

/**
 * A published rule set: data, never code.
 *
 * @param model the structured model as canonical JSON; its hash is the rule set's identity
 * @param sha256 of the model's UTF-8 bytes, lower-case hexadecimal
 * @param sentences by rule id, what the rule says to people
 */
public record RuleSet(String id, String version, String sha256, String model, Map<String, Sentence> sentences) {

    public RuleSet {
        sentences = Map.copyOf(sentences);
    }

    /** Plain sentences; placeholders in braces are filled from the explanation's values. */
    public record Sentence(String vi, String en) {}
}
