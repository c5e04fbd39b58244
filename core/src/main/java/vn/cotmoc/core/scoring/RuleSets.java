package vn.cotmoc.core.scoring;

import java.time.LocalDate;
import java.util.UUID;

/** Which rules the bound province scores a plan by. */
public interface RuleSets {

    /** As of the day. */
    RuleSet inForce(UUID plan, LocalDate day);

    /** As of the day, where no plan of its own is asked about. */
    RuleSet ofProvince(LocalDate day);
}
