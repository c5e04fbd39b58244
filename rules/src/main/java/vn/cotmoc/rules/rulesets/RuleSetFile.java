package vn.cotmoc.rules.rulesets;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ShippedRules;
import vn.cotmoc.rules.decisiontables.RuleModelFault;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

/**
 * The rule set in a file that the operator names takes the national default's place: other rules, or the same by another engine. It
 * is read once, and the house does not start by one that cannot be read.
 */
@Context
@Requires(property = RuleSetFile.PROPERTY)
final class RuleSetFile implements ShippedRules {

    static final String PROPERTY = "cotmoc.rules.file";

    private final List<RuleSet> all;

    /** @throws IllegalArgumentException if the file is no rule model; says where */
    RuleSetFile(@Value("${" + PROPERTY + "}") String file) {
        try {
            RuleSet ruleSet = SealedModel.seal(RuleModelJson.read(Files.readString(Path.of(file))))
                    .ruleSet();
            Stream<RuleSet> others = ShippedRuleSets.models().stream()
                    .map(SealedModel::ruleSet)
                    .filter(one -> !one.id().equals(ruleSet.id()));
            all = Stream.concat(Stream.of(ruleSet), others).toList();
        } catch (IOException | RuleModelFault unreadable) {
            throw new IllegalArgumentException(
                    "The rule set %s (%s) cannot be read: %s".formatted(file, PROPERTY, unreadable), unreadable);
        }
    }

    @Override
    public List<RuleSet> all() {
        return all;
    }
}
