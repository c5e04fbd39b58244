package vn.cotmoc.core.observations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.checks.CheckView;
import vn.cotmoc.core.checks.Checks;
import vn.cotmoc.core.checks.Warning;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.indicators.Restatement;
import vn.cotmoc.core.indicators.Summation.OverAreas;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/** Holds a figure against what is known today and against the settings of today. It writes nothing. */
@Singleton
public class CheckFigure {

    private final IndicatorView indicators;
    private final AreaView areas;
    private final CheckView settings;
    private final ObservationView observations;
    private final FigureView figures;
    private final Clock clock;

    CheckFigure(
            IndicatorView indicators,
            AreaView areas,
            CheckView settings,
            ObservationView observations,
            FigureView figures,
            Clock clock) {
        this.indicators = indicators;
        this.areas = areas;
        this.settings = settings;
        this.observations = observations;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * @param area null for the province itself
     * @param unit the indicator's, or one that converts exactly
     */
    public record Query(
            String indicator,
            @Nullable UUID area,
            String subgroup,
            Period period,
            Calendar calendar,
            Amount amount,
            String unit) {}

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
        return check(indicator, area, query.subgroup(), query.period(), query.calendar(), amount);
    }

    /** @param amount in the indicator's unit */
    List<Warning> check(
            Indicator indicator, UUID area, String subgroup, Period period, Calendar calendar, Amount amount) {
        LocalDate today = LocalDate.now(clock);
        Map<Period, Amount> series =
                Calculation.newest(observations.series(indicator.code(), area, subgroup, calendar, today))
                        .values()
                        .stream()
                        .collect(Collectors.toMap(Observation::period, Observation::amount));
        return Checks.of(
                indicator,
                period,
                amount,
                series,
                subgroup.isEmpty() ? sums(indicator, area, period, calendar, amount, today) : List.of(),
                settings.all().inForce(indicator, today));
    }

    /** The sums over places that the figure takes part in: of the places inside its own, and of its own among its siblings. */
    private List<Checks.Sum> sums(
            Indicator indicator, UUID area, Period period, Calendar calendar, Amount amount, LocalDate today) {
        if (indicator.summation().overAreas() != OverAreas.SUM) {
            return List.of();
        }
        List<Checks.Sum> sums = new ArrayList<>();
        together(indicator, area, period, calendar, today)
                .total()
                .map(total -> new Checks.Sum(amount, total.value()))
                .ifPresent(sums::add);
        UUID around = areas.require(area).parent();
        if (around != null) {
            amongSiblings(together(indicator, around, period, calendar, today), area, amount)
                    .ifPresent(sums::add);
        }
        return sums;
    }

    private FigureView.Together together(
            Indicator indicator, UUID whole, Period period, Calendar calendar, LocalDate today) {
        return figures.together(new FigureView.Query(indicator.code(), whole, period, calendar, today));
    }

    private static Optional<Checks.Sum> amongSiblings(FigureView.Together whole, UUID area, Amount amount) {
        List<FigureView.Part> siblings =
                whole.parts().stream().filter(part -> !part.area().equals(area)).toList();
        if (siblings.stream().anyMatch(part -> part.figure().isEmpty())) {
            return Optional.empty();
        }
        BigDecimal others = siblings.stream()
                .flatMap(part -> part.figure().stream())
                .map(figure -> figure.amount().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return whole.own().map(own -> new Checks.Sum(own.amount(), others.add(amount.value())));
    }
}
