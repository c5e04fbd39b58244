package vn.cotmoc.rules.decisiontables;

import java.util.List;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.ReachBand;
import vn.cotmoc.core.scoring.RuleSet.Sentence;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;

/** What a condition may ask about a target: the words of {@code TargetFacts}, and nothing else. */
public enum Fact implements Coded {
    PHASE("phase", Phase.class, "Giai đoạn", "Phase"),
    EVIDENCE("evidence", Evidence.class, "Số liệu", "Evidence"),
    FULFILMENT("fulfilment", Fulfilment.class, "Yêu cầu", "Fulfilment"),
    END_BAND("endBand", EndBand.class, "Mức hoàn thành", "Attainment"),
    PACE_BAND("paceBand", PaceBand.class, "Tiến độ", "Pace"),
    FORECAST_BAND("forecastBand", ForecastBand.class, "Dự báo", "Forecast"),
    REACH_BAND("reachBand", ReachBand.class, "Khả năng đạt", "Reach"),
    AGE("age", Age.class, "Độ mới của số liệu", "Age of figures"),
    CHANGE("change", Change.class, "Biến động", "Change"),
    AGREEMENT("agreement", Agreement.class, "Thống nhất giữa các cấp giao", "Agreement of authorities");

    private final String component;
    private final Class<? extends Coded> type;
    private final List<Coded> words;
    private final Sentence label;

    <E extends Enum<E> & Coded> Fact(String component, Class<E> type, String vi, String en) {
        this.component = component;
        this.type = type;
        this.words = List.of(type.getEnumConstants());
        this.label = new Sentence(vi, en);
    }

    /** The name of the component of {@code TargetFacts}. */
    public String component() {
        return component;
    }

    /** What people call it, as over a column. */
    public Sentence label() {
        return label;
    }

    public Class<? extends Coded> type() {
        return type;
    }

    /** All the fact can say, in the order of its type. */
    public List<Coded> words() {
        return words;
    }
}
