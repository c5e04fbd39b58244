package vn.cotmoc.rules.rulesets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ShippedRules;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

/** The rule sets that ship with the house. A province that chose none is scored by the national default (own design). */
@Singleton
@Requires(missingProperty = RuleSetFile.PROPERTY)
public final class ShippedRuleSets implements ShippedRules {

    private static final String NATIONAL = "national-default";

    /** Beside the default; each says only what it has of its own, and the rest is the default's. */
    private static final List<String> OTHERS =
            List.of("attainment-bands", "traffic-light", "emulation", "worst-wins", "regulation-366", "all-criteria");

    private final List<RuleSet> all =
            models().stream().map(SealedModel::ruleSet).toList();

    @Override
    public List<RuleSet> all() {
        return all;
    }

    public static SealedModel nationalDefault() {
        return SealedModel.seal(RuleModelJson.read(text(NATIONAL)));
    }

    /** All of them, the default first. */
    public static List<SealedModel> models() {
        return Stream.concat(Stream.of(nationalDefault()), OTHERS.stream().map(ShippedRuleSets::model))
                .toList();
    }

    /** @param id of one that ships beside the default */
    public static SealedModel model(String id) {
        return SealedModel.seal(RuleModelJson.readOver(nationalDefault().model(), text(id)));
    }

    private static String text(String id) {
        try (InputStream json = ShippedRuleSets.class.getResourceAsStream("/vn/cotmoc/rules/%s.json".formatted(id))) {
            return new String(Objects.requireNonNull(json).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
