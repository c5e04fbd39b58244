package vn.cotmoc.core.scoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;

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

    /** Empty for runs from before rule sets were kept. */
    @Transactional(readOnly = true)
    public Optional<RuleSet> kept(String sha256) {
        return kept.model(sha256).map(reader::read);
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
