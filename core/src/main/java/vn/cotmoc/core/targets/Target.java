package vn.cotmoc.core.targets;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.periods.Period;

/**
 * What a plan aims at: one indicator, one place, one period, set by one authority.
 *
 * @param subgroup empty for the whole; else a part by name, e.g. {@code các huyện nghèo}
 * @param period may differ from the plan's: {@code 2025} for "by 2025" in the plan of 2021/2025
 */
public record Target(
        UUID id,
        UUID plan,
        String indicator,
        UUID area,
        String subgroup,
        Authority authority,
        Period period,
        Strictness strictness,
        @Nullable String focus,
        @Nullable BigDecimal weight) {}
