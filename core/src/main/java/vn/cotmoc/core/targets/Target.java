package vn.cotmoc.core.targets;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.periods.Period;

/**
 * What a plan aims at: one indicator, one place, one period, set by one authority.
 *
 * @param subgroup empty for the whole; else a part by name, e.g. {@code các huyện nghèo}
 * @param period may differ from the plan's: {@code 2025} for "by 2025" in the plan of 2021/2025
 * @param basis other than the period itself only for periods of several years
 * @param parent the target whose part this is, of the same plan and indicator
 * @param assignedTo the unit it is sub-assigned to; null for the province's own
 */
public record Target(
        UUID id,
        UUID plan,
        String indicator,
        UUID area,
        String subgroup,
        Authority authority,
        Period period,
        Basis basis,
        @Nullable UUID parent,
        @Nullable UUID assignedTo,
        Strictness strictness,
        @Nullable String focus,
        @Nullable BigDecimal weight) {

    /** A plan aims at each thing once; how strictly, with which weight and as whose part makes it no other. */
    boolean speaksOfTheSame(Target other) {
        return plan.equals(other.plan)
                && indicator.equals(other.indicator)
                && area.equals(other.area)
                && subgroup.equals(other.subgroup)
                && authority == other.authority
                && period.equals(other.period)
                && basis == other.basis
                && Objects.equals(assignedTo, other.assignedTo);
    }
}
