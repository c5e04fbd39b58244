package vn.cotmoc.core.scoring;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The installation's seal on what is released, made by a key that the database does not have; {@code rules} fills it. */
public interface ReleaseSeals {

    /**
     * @param validFrom the first day on which it holds
     */
    String seal(RuleOwner owner, RuleSet ruleSet, LocalDate validFrom);

    /** Whether exactly this was sealed here, or by a key that is believed here. @param seal null if there is none */
    boolean isWhole(RuleOwner owner, RuleSet ruleSet, LocalDate validFrom, @Nullable String seal);
}
