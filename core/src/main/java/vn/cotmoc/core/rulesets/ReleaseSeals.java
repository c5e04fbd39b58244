package vn.cotmoc.core.rulesets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.tenancy.TenantId;

/** The installation's seal on what is released, made by a key that the database does not have; {@code rules} fills it. */
public interface ReleaseSeals {

    /**
     * @param owner whose release it is; {@link TenantId#NATION} for all provinces
     * @param validFrom the first day on which it holds
     */
    String seal(TenantId owner, RuleSet ruleSet, LocalDate validFrom);

    /** Whether exactly this was sealed here, or by a key that is believed here. @param seal null if there is none */
    boolean isWhole(TenantId owner, RuleSet ruleSet, LocalDate validFrom, @Nullable String seal);
}
