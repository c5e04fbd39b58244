package vn.cotmoc.core.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/**
 * What a plan aims at: one indicator, one place, one period, set by one authority.
 *
 * @param subgroup empty for the whole; else a part by name, e.g. {@code các huyện nghèo}
 * @param period may differ from the plan's: {@code 2025} for "by 2025" in the plan of 2021/2025
 * @param basis other than the period itself only for periods of several years
 * @param parent the target whose part this is, of the same plan and indicator
 * @param assignedTo the unit it is sub-assigned to; null for the province's own
 * @param countsFrom the day on which it was added to a plan that had been adopted; null if it counts from the beginning, like all
 *     original targets
 * @param withdrawn null while it is in force
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
        @Nullable BigDecimal weight,
        @Nullable LocalDate countsFrom,
        @Nullable Withdrawn withdrawn) {

    /** In force from the beginning. */
    public Target(
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
        this(
                id,
                plan,
                indicator,
                area,
                subgroup,
                authority,
                period,
                basis,
                parent,
                assignedTo,
                strictness,
                focus,
                weight,
                null,
                null);
    }

    /** @throws Refusal {@code target-withdrawn} */
    public void requireInForce() {
        if (withdrawn != null) {
            throw Refusal.conflict(
                    "target-withdrawn", "indicator", indicator, "by", withdrawn.by(), "reason", withdrawn.reason());
        }
    }

    Target withdrawn(@Nullable Withdrawn how) {
        return of(countsFrom, how);
    }

    Target countingFrom(@Nullable LocalDate day) {
        return of(day, withdrawn);
    }

    private Target of(@Nullable LocalDate from, @Nullable Withdrawn how) {
        return new Target(
                id,
                plan,
                indicator,
                area,
                subgroup,
                authority,
                period,
                basis,
                parent,
                assignedTo,
                strictness,
                focus,
                weight,
                from,
                how);
    }

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
