package vn.cotmoc.core.scoring;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.signals.BestPace;

/**
 * What the rest of a period must bring, against the best that as long a part ever brought.
 *
 * @param required of each part left, of the longest parts of which the best is known; null where none are
 * @param best of such parts; null where none is required
 */
record Reach(
        ReachBand band,
        RequiredPace.@Nullable Each required,
        @Nullable BestPace best) {

    private static final Reach UNKNOWN = new Reach(ReachBand.NO_REACH, null, null);
    private static final Reach LOST = new Reach(ReachBand.LOST, null, null);

    /** @param believed of each period, those of past years among them */
    static Reach of(TargetLine line, RequiredPace pace, Collection<Observation> believed) {
        return switch (pace) {
            case RequiredPace.Unknown unknown -> unknown.reason() == RequiredPace.Reason.NOT_REACHABLE ? LOST : UNKNOWN;
            case RequiredPace.Needed needed -> of(line, needed, believed);
        };
    }

    private static Reach of(TargetLine line, RequiredPace.Needed needed, Collection<Observation> believed) {
        boolean most = needed.bound() == RequiredPace.Bound.AT_LEAST;
        if (needed.each().isEmpty()) {
            boolean passed =
                    !most && needed.remaining() != null && needed.remaining().signum() < 0;
            return passed ? LOST : new Reach(ReachBand.WITHIN, null, null);
        }
        boolean adds = line.indicator().summation().inTime() == InTime.SUM;
        return needed.each().stream()
                .sorted(Comparator.comparing(RequiredPace.Each::step).reversed())
                .flatMap(each -> BestPace.of(each.step(), believed, adds, most)
                        .map(best -> new Reach(
                                best.isBeatenBy(each.amount(), most) ? ReachBand.BEYOND : ReachBand.WITHIN, each, best))
                        .stream())
                .findFirst()
                .orElse(UNKNOWN);
    }
}
