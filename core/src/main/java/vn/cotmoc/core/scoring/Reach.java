package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Step;
import vn.cotmoc.core.signals.BestPace;
import vn.cotmoc.core.targets.Basis;

/**
 * What the rest of a period must bring, against the best that as long a part ever brought.
 *
 * @param required of each part left, of the longest parts of which the best is known; null where none are
 * @param best of such parts; null where none is required
 * @param change whether both say how far a level must move, or moved, in a year
 */
record Reach(
        ReachBand band,
        RequiredPace.@Nullable Each required,
        @Nullable BestPace best,
        boolean change) {

    private static final Reach UNKNOWN = new Reach(ReachBand.NO_REACH, null, null, false);
    private static final Reach WITHIN = new Reach(ReachBand.WITHIN, null, null, false);
    private static final Reach LOST = new Reach(ReachBand.LOST, null, null, false);

    /** @param believed of each period, those of past years among them */
    static Reach of(TargetLine line, RequiredPace pace, Collection<Observation> believed) {
        return switch (pace) {
            case RequiredPace.Unknown(RequiredPace.Reason reason) ->
                switch (reason) {
                    case NOT_REACHABLE -> LOST;
                    case NOT_ADDED -> isLevel(line) ? ofLevel(line, believed) : UNKNOWN;
                    case NO_FIGURES, COMPLETE, NO_AMOUNT -> UNKNOWN;
                };
            case RequiredPace.Needed needed -> of(line, needed, believed);
        };
    }

    private static Reach of(TargetLine line, RequiredPace.Needed needed, Collection<Observation> believed) {
        boolean most = needed.bound() == RequiredPace.Bound.AT_LEAST;
        if (needed.each().isEmpty()) {
            boolean passed =
                    !most && needed.remaining() != null && needed.remaining().signum() < 0;
            return passed ? LOST : WITHIN;
        }
        boolean adds = line.indicator().summation().inTime() == InTime.SUM;
        return needed.each().stream()
                .sorted(Comparator.comparing(RequiredPace.Each::step).reversed())
                .flatMap(each -> BestPace.of(each.step(), believed, adds, most)
                        .map(best -> new Reach(
                                best.isBeatenBy(each.amount(), most) ? ReachBand.BEYOND : ReachBand.WITHIN,
                                each,
                                best,
                                false))
                        .stream())
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** How things are at an end, so that what comes between two ends is a change; indices and ranks move otherwise. */
    private static boolean isLevel(TargetLine line) {
        return switch (line.indicator().kind()) {
            case LEVEL, SHARE, COUNT -> line.target().basis() == Basis.PERIOD;
            case FLOW, RATE, REDUCTION, INDEX, RANK, CONDITION -> false;
        };
    }

    /**
     * From the newest figure on, whether of this period or of one before; a year that has begun counts as a whole one, so that nothing is
     * called out of reach too early.
     */
    private static Reach ofLevel(TargetLine line, Collection<Observation> believed) {
        YearMonth end = line.target().period().last();
        Observation newest = believed.stream()
                .filter(figure -> !figure.period().last().isAfter(end))
                .max(Comparator.<Observation, YearMonth>comparing(
                                figure -> figure.period().last())
                        .thenComparing(figure -> figure.period().months()))
                .orElse(null);
        BigDecimal wanted = RequiredPace.wanted(line).orElse(null);
        if (newest == null || wanted == null || newest.period().last().equals(end)) {
            return UNKNOWN;
        }
        boolean most = RequiredPace.bound(line) == RequiredPace.Bound.AT_LEAST;
        BigDecimal missing = wanted.subtract(newest.amount().value());
        if (most ? missing.signum() <= 0 : missing.signum() >= 0) {
            return WITHIN;
        }
        int months = (int) ChronoUnit.MONTHS.between(newest.period().last(), end);
        int years = Math.ceilDiv(months, 12);
        RequiredPace.Each each = new RequiredPace.Each(
                Step.YEAR, years, missing.divide(BigDecimal.valueOf(years), 6, RoundingMode.HALF_UP));
        return BestPace.ofChanges(believed, most)
                .map(best -> new Reach(
                        best.isBeatenBy(each.amount(), most) ? ReachBand.BEYOND : ReachBand.WITHIN, each, best, true))
                .orElse(UNKNOWN);
    }
}
