package vn.cotmoc.rules.authoring;

import java.util.UUID;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.ReachBand;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;
import vn.cotmoc.rules.decisiontables.Fact;

/** A combination as engines are given it. */
final class Facts {

    private Facts() {}

    static TargetFacts of(int combination, long attainmentMicros, long paceMicros) {
        return new TargetFacts(
                new UUID(0, combination),
                word(combination, Fact.PHASE, Phase.class),
                word(combination, Fact.EVIDENCE, Evidence.class),
                word(combination, Fact.FULFILMENT, Fulfilment.class),
                word(combination, Fact.END_BAND, EndBand.class),
                word(combination, Fact.PACE_BAND, PaceBand.class),
                attainmentMicros,
                paceMicros,
                word(combination, Fact.FORECAST_BAND, ForecastBand.class),
                word(combination, Fact.REACH_BAND, ReachBand.class),
                word(combination, Fact.AGE, Age.class),
                word(combination, Fact.CHANGE, Change.class),
                word(combination, Fact.AGREEMENT, Agreement.class));
    }

    private static <E extends Coded> E word(int combination, Fact fact, Class<E> type) {
        return type.cast(Combinations.word(combination, fact));
    }
}
