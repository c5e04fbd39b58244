package vn.cotmoc.rules.rulesets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.decisiontables.RuleModelFault;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

/**
 * A rule model and the hash that identifies it.
 *
 * @param json the model's one spelling
 * @param sha256 of the JSON's UTF-8 bytes, lower-case hexadecimal
 */
public record SealedModel(RuleModel model, String json, String sha256) {

    public static SealedModel seal(RuleModel model) {
        String json = RuleModelJson.write(model);
        return new SealedModel(model, json, sha256(json.getBytes(UTF_8)));
    }

    /** @throws EngineFailure if the rule set is no model, or not the one its hash names */
    public static SealedModel open(RuleSet ruleSet) {
        SealedModel sealed;
        try {
            sealed = seal(RuleModelJson.read(ruleSet.model()));
        } catch (RuleModelFault fault) {
            throw new EngineFailure(
                    "Rule set %s %s cannot be read: %s".formatted(ruleSet.id(), ruleSet.version(), fault.getMessage()),
                    fault);
        }
        if (!sealed.sha256().equals(ruleSet.sha256()) || !sealed.json().equals(ruleSet.model())) {
            throw new EngineFailure("Rule set %s %s says its hash is %s, but its canonical model has %s."
                    .formatted(ruleSet.id(), ruleSet.version(), ruleSet.sha256(), sealed.sha256()));
        }
        return sealed;
    }

    public RuleSet ruleSet() {
        Map<String, RuleSet.Sentence> sentences = new HashMap<>();
        Set<Flag> flags = new HashSet<>();
        Map<String, Set<String>> asks = new HashMap<>();
        model.rows().forEach(row -> {
            sentences.put(row.rule(), row.says());
            flags.addAll(row.flags());
            asks.put(row.rule(), asked(row));
        });
        model.alerts().forEach(alert -> {
            sentences.put(alert.rule(), alert.says());
            flags.add(alert.flag());
            asks.put(alert.rule(), components(alert.when().keySet().stream()));
        });
        return new RuleSet(
                model.id(),
                model.version(),
                model.engine(),
                model.about(),
                sha256,
                json,
                sentences,
                flags,
                asks,
                model.points(),
                model.rollUp());
    }

    private Set<String> asked(Row row) {
        return components(IntStream.range(0, row.when().size())
                .filter(column -> row.when().get(column) instanceof Condition.OneOf)
                .mapToObj(model.columns()::get));
    }

    private static Set<String> components(Stream<Fact> facts) {
        return facts.map(Fact::component).collect(Collectors.toUnmodifiableSet());
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
