package vn.cotmoc.core.observations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.checks.CheckView;
import vn.cotmoc.core.checks.Warning;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.indicators.Restatement;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.subgroups.SubgroupView;

/** Holds a figure against what is known today and against the settings of today. It writes nothing. */
@Singleton
public class CheckFigure {

    private final IndicatorView indicators;
    private final AreaView areas;
    private final CheckView settings;
    private final ObservationView observations;
    private final SubgroupView subgroups;
    private final Clock clock;

    CheckFigure(
            IndicatorView indicators,
            AreaView areas,
            CheckView settings,
            ObservationView observations,
            SubgroupView subgroups,
            Clock clock) {
        this.indicators = indicators;
        this.areas = areas;
        this.settings = settings;
        this.observations = observations;
        this.subgroups = subgroups;
        this.clock = clock;
    }

    /**
     * @param area null for the province itself
     * @param unit the indicator's, or one that converts exactly
     * @param status how firm it is
     */
    public record Query(
            String indicator,
            @Nullable UUID area,
            String subgroup,
            Period period,
            Calendar calendar,
            Amount amount,
            String unit,
            ObservationStatus status) {}

    /**
     * What would be warned of, or refused, if the figure were recorded now.
     *
     * @throws Refusal {@code unknown-indicator}, {@code unknown-area}, {@code unit-mismatch}
     */
    @Transactional(readOnly = true)
    public List<Warning> preview(Query query) {
        Indicator indicator = indicators.require(query.indicator());
        UUID area = areas.resolve(query.area(), "area");
        Amount amount = Restatement.into(indicator, query.amount(), query.unit(), "unit");
        Series series = new Series(indicator.code(), area, subgroups.spelling(query.subgroup()), query.calendar());
        LocalDate today = LocalDate.now(clock);
        Ledger.Entry entry = new Ledger.Entry(
                indicator, new Point(series, query.period()), amount, Page.credence(today, query.status()));
        Ledger ledger = new Ledger(areas.atlas(), settings.all(), observations, today, Ledger.MOST_HELD, Set.of());
        ledger.open(List.of(entry));
        return ledger.check(entry);
    }
}
