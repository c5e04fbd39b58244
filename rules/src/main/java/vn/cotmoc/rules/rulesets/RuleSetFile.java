package vn.cotmoc.rules.rulesets;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.RuleSets;
import vn.cotmoc.rules.decisiontables.RuleModelFault;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

/**
 * Every province is scored by the rule set in a file that the operator names, instead of the national default: other rules, or the
 * same by another engine. It is read once, and the house does not start by one that cannot be read.
 */
@Context
@Requires(property = RuleSetFile.PROPERTY)
final class RuleSetFile implements RuleSets {

    static final String PROPERTY = "cotmoc.rules.file";

    private final RuleSet ruleSet;

    /** @throws IllegalArgumentException if the file is no rule model; says where */
    RuleSetFile(@Value("${" + PROPERTY + "}") String file) {
        try {
            ruleSet = SealedModel.seal(RuleModelJson.read(Files.readString(Path.of(file))))
                    .ruleSet();
        } catch (IOException | RuleModelFault unreadable) {
            throw new IllegalArgumentException(
                    "The rule set %s (%s) cannot be read: %s".formatted(file, PROPERTY, unreadable), unreadable);
        }
    }

    @Override
    public RuleSet inForce() {
        return ruleSet;
    }
}
