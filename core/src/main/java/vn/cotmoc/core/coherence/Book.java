package vn.cotmoc.core.coherence;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.trajectories.Trajectory;

/**
 * What is compared.
 *
 * @param plan whose findings are wanted; each concerns one of its targets
 * @param targets of every plan of the province, as they stood on the day
 * @param paths in force, by target
 * @param indicators that the paths speak of and that shares divide by, by code
 * @param totals figures of what shares divide by, known on the day
 */
record Book(
        UUID plan,
        List<TargetLine> targets,
        Map<UUID, Trajectory> paths,
        Map<String, Indicator> indicators,
        List<Observation> totals) {

    boolean concerns(Finding finding) {
        return finding.facts().stream().anyMatch(fact -> plan.equals(fact.plan()));
    }
}
