package vn.cotmoc.core.scoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;

/** The rule sets that the province's runs were made by, as they were kept. */
@Singleton
public class RulesOfRuns {

    private final RuleSetView kept;
    private final RuleReader reader;
    private final ShippedRules shipped;

    RulesOfRuns(RuleSetView kept, RuleReader reader, ShippedRules shipped) {
        this.kept = kept;
        this.reader = reader;
        this.shipped = shipped;
    }

    /**
     * Empty for runs from before rule sets were kept.
     *
     * @throws EngineFailure if what is kept has another hash than the one that it is kept under
     */
    @Transactional(readOnly = true)
    public Optional<RuleSet> kept(String sha256) {
        return kept.model(sha256).map(model -> {
            RuleSet ruleSet = reader.read(model);
            if (!ruleSet.sha256().equals(sha256)) {
                throw new EngineFailure(
                        "The rule set kept as %s is %s: it was changed.".formatted(sha256, ruleSet.sha256()));
            }
            return ruleSet;
        });
    }

    /** Without asking the database for what came with the house; empty for what is nowhere any more. */
    @Transactional(readOnly = true)
    public Optional<RuleSet> find(String sha256) {
        return shipped.all().stream()
                .filter(one -> one.sha256().equals(sha256))
                .findFirst()
                .or(() -> kept(sha256));
    }
}
