package vn.cotmoc.core.pace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.scoring.RequiredPace;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.trajectories.Origin;
import vn.cotmoc.core.trajectories.Trajectory;

/**
 * A target's way through its period, as of a day.
 *
 * @param inForce the newest version that was decided by the day
 * @param history every version, oldest first
 * @param assumed what is expected of a total by months of which no checkpoint says it itself, in time; empty where nothing is assumed
 * @param figures what was believed on the day of each months inside the period, in time
 */
public record Outlook(
        TargetLine line,
        @Nullable Trajectory inForce,
        List<Trajectory> history,
        List<Point> assumed,
        List<Observation> figures,
        RequiredPace pace) {

    /**
     * @param months from the beginning of the period
     * @param origin stated where several checkpoints add up to it
     * @param share of the aim; null where it is reckoned from checkpoints
     * @param amount in the indicator's unit, half-up to six digits; null without an amount aimed at
     * @param years whose shares were averaged; empty unless seasonal
     */
    public record Point(
            Period months,
            Origin origin,
            @Nullable Ratio share,
            @Nullable Amount amount,
            List<Integer> years) {}
}
