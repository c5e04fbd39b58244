package vn.cotmoc.core.house;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.ReleaseSeals;
import vn.cotmoc.core.scoring.RuleOwner;
import vn.cotmoc.core.scoring.RuleSet;

/** Seals that anybody could make, and that hold for one thing only. */
@Singleton
@Requires(property = House.PROPERTY)
final class FakeSeals implements ReleaseSeals {

    @Override
    public String seal(RuleOwner owner, RuleSet ruleSet, LocalDate validFrom) {
        return "%s %s %s".formatted(owner, ruleSet.sha256(), validFrom);
    }

    @Override
    public boolean isWhole(RuleOwner owner, RuleSet ruleSet, LocalDate validFrom, @Nullable String seal) {
        return seal(owner, ruleSet, validFrom).equals(seal);
    }
}
