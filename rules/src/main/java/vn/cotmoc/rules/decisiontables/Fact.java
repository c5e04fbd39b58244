package vn.cotmoc.rules.decisiontables;

import java.util.List;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.ReachBand;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;

/** What a condition may ask about a target: the words of {@code TargetFacts}, and nothing else. */
public enum Fact implements Coded {
    PHASE("phase", Phase.class),
    EVIDENCE("evidence", Evidence.class),
    FULFILMENT("fulfilment", Fulfilment.class),
    END_BAND("endBand", EndBand.class),
    PACE_BAND("paceBand", PaceBand.class),
    FORECAST_BAND("forecastBand", ForecastBand.class),
    REACH_BAND("reachBand", ReachBand.class),
    AGE("age", Age.class),
    CHANGE("change", Change.class),
    AGREEMENT("agreement", Agreement.class);

    private final String component;
    private final Class<? extends Coded> type;
    private final List<Coded> words;

    <E extends Enum<E> & Coded> Fact(String component, Class<E> type) {
        this.component = component;
        this.type = type;
        this.words = List.of(type.getEnumConstants());
    }

    /** The name of the component of {@code TargetFacts}. */
    public String component() {
        return component;
    }

    public Class<? extends Coded> type() {
        return type;
    }

    /** All the fact can say, in the order of its type. */
    public List<Coded> words() {
        return words;
    }
}
