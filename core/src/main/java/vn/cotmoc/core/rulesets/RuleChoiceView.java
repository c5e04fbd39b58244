package vn.cotmoc.core.rulesets;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.RuleSets;
import vn.cotmoc.core.scoring.RulesOfRuns;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.ShippedRules;

/** Reads the province's choices; they are few, so all versions come at once. Where nothing is chosen the house's default holds. */
@Singleton
public class RuleChoiceView implements RuleSets {

    private final RuleChoiceStore store;
    private final RulesOfRuns kept;
    private final ShippedRules shipped;

    RuleChoiceView(RuleChoiceStore store, RulesOfRuns kept, ShippedRules shipped) {
        this.store = store;
        this.kept = kept;
        this.shipped = shipped;
    }

    @Transactional(readOnly = true)
    public RuleChoices all() {
        return new RuleChoices(
                store.findAll().stream().map(RuleChoiceRow::toChoice).toList());
    }

    @Override
    @Transactional(readOnly = true)
    public RuleSet inForce(UUID plan, LocalDate day) {
        return chosen(plan, day);
    }

    @Override
    @Transactional(readOnly = true)
    public RuleSet ofProvince(LocalDate day) {
        return chosen(null, day);
    }

    private RuleSet chosen(@Nullable UUID plan, LocalDate day) {
        return all().inForce(plan, day).map(this::ruleSet).orElseGet(shipped::byDefault);
    }

    /** @throws EngineFailure if the house cannot read it any more */
    @Transactional(readOnly = true)
    public RuleSet ruleSet(RuleChoice choice) {
        return kept.find(choice.sha256())
                .orElseThrow(() ->
                        new EngineFailure("The rule set %s was chosen, but is not kept.".formatted(choice.sha256())));
    }
}
