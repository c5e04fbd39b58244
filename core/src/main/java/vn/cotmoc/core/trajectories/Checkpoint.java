package vn.cotmoc.core.trajectories;

import java.util.UUID;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.targets.Target;

/**
 * What a scenario expects of some months. The period itself says whether it stands alone ({@code 2024-Q2}) or is cumulative
 * ({@code 2024-H1}); both are kept side by side as they were given.
 *
 * @param indicator the target's own, or another one's, such as the growth of one sector
 * @param subgroup empty for the whole
 * @param amount in the indicator's unit
 */
public record Checkpoint(
        Scenario scenario, String indicator, UUID area, String subgroup, Period period, Amount amount) {

    /** What is expected, whatever the scenario and the months. */
    public record Subject(String indicator, UUID area, String subgroup) {

        public static Subject of(Target target) {
            return new Subject(target.indicator(), target.area(), target.subgroup());
        }
    }

    public Subject subject() {
        return new Subject(indicator, area, subgroup);
    }
}
