package vn.cotmoc.rules.rulesets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.RuleSets;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

/** Every province is scored by the national default that ships with the house (own design). */
@Singleton
@Requires(missingProperty = RuleSetFile.PROPERTY)
public final class ShippedRuleSets implements RuleSets {

    private final RuleSet national = nationalDefault().ruleSet();

    @Override
    public RuleSet inForce() {
        return national;
    }

    public static SealedModel nationalDefault() {
        try (InputStream json = ShippedRuleSets.class.getResourceAsStream("/vn/cotmoc/rules/national-default.json")) {
            return SealedModel.seal(
                    RuleModelJson.read(new String(Objects.requireNonNull(json).readAllBytes(), UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
