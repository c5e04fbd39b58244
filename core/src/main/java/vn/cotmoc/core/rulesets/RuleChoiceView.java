package vn.cotmoc.core.rulesets;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.RuleSets;
import vn.cotmoc.core.scoring.ShippedRules;

/** Reads the province's choices; they are few, so all versions come at once. Where nothing is chosen the house's default holds. */
@Singleton
public class RuleChoiceView implements RuleSets {

    private final RuleChoiceStore store;
    private final OfferedRules offered;
    private final ShippedRules shipped;

    RuleChoiceView(RuleChoiceStore store, OfferedRules offered, ShippedRules shipped) {
        this.store = store;
        this.offered = offered;
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
        return holding(plan, day);
    }

    @Override
    @Transactional(readOnly = true)
    public RuleSet ofProvince(LocalDate day) {
        return holding(null, day);
    }

    private RuleSet holding(@Nullable UUID plan, LocalDate day) {
        return all().inForce(plan, day).map(choice -> ruleSet(choice, day)).orElseGet(shipped::byDefault);
    }

    private RuleSet ruleSet(RuleChoice choice, LocalDate day) {
        return Optional.ofNullable(choice.follows())
                .flatMap(id -> offered.released(id, day))
                .orElseGet(() -> offered.pinned(choice.sha256()));
    }

    /** As it was when it was chosen. @throws EngineFailure if the house cannot read it any more */
    @Transactional(readOnly = true)
    public RuleSet chosen(RuleChoice choice) {
        return offered.require(choice.sha256());
    }
}
