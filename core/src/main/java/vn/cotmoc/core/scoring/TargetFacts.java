package vn.cotmoc.core.scoring;

import java.util.UUID;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;

/**
 * All that a rule may know of one target. Bands and comparators were decided on exact decimals before any rounding;
 * the micro-ratios (millionths, half-up) serve scores, trends and display only and are 0 where there is no ratio.
 *
 * @param attainmentMicros actual against target
 * @param paceMicros attainment against the share expected by now
 */
public record TargetFacts(
        UUID target,
        Phase phase,
        Evidence evidence,
        Fulfilment fulfilment,
        EndBand endBand,
        PaceBand paceBand,
        long attainmentMicros,
        long paceMicros,
        ForecastBand forecastBand,
        ReachBand reachBand,
        Age age,
        Change change,
        Agreement agreement) {}
