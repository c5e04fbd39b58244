package vn.cotmoc.core.observations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.subgroups.SubgroupView;

/** How a year went: each month and quarter by itself and to date, entered or derived from what was entered. */
@Singleton
public class CourseView {

    private final IndicatorView indicators;
    private final AreaView areas;
    private final ObservationView observations;
    private final SubgroupView subgroups;

    CourseView(IndicatorView indicators, AreaView areas, ObservationView observations, SubgroupView subgroups) {
        this.indicators = indicators;
        this.areas = areas;
        this.observations = observations;
        this.subgroups = subgroups;
    }

    /** @param area null for the province itself */
    public record Query(
            String indicator, @Nullable UUID area, String subgroup, Period year, Calendar calendar, LocalDate asOf) {}

    /** @param adds whether months add up, so that what was not entered can be derived */
    public record Course(
            Indicator indicator, UUID area, Period year, Calendar calendar, boolean adds, List<Line> lines) {}

    /**
     * A month or quarter; of January and the first quarter both are the same figure.
     *
     * @param discrete empty where nothing was entered that says it
     * @param toDate from January on through its last month
     */
    public record Line(
            Period period,
            Optional<Derivation.Derived> discrete,
            Period through,
            Optional<Derivation.Derived> toDate) {}

    /** @throws Refusal {@code unknown-indicator}, {@code unknown-area}; {@code course-period} unless the period is a year */
    @Transactional(readOnly = true)
    public Course course(Query query) {
        Period year = query.year();
        if (!year.isYear()) {
            throw Refusal.invalid("course-period", "period", "period", year);
        }
        Indicator indicator = indicators.require(query.indicator());
        UUID area = areas.resolve(query.area(), "area");
        Map<Period, Observation> believed =
                Calculation.newest(observations
                        .series(
                                indicator.code(),
                                area,
                                subgroups.spelling(query.subgroup()),
                                query.calendar(),
                                query.asOf())
                        .stream()
                        .filter(figure -> year.contains(figure.period()))
                        .toList());
        boolean adds = indicator.summation().inTime() == InTime.SUM;
        Derivation derivation = new Derivation(believed.values());
        List<Line> lines = Stream.concat(year.parts(1).stream(), year.parts(3).stream())
                .map(period -> line(period, adds, believed, derivation))
                .toList();
        return new Course(indicator, area, year, query.calendar(), adds, lines);
    }

    private static Line line(Period period, boolean adds, Map<Period, Observation> believed, Derivation derivation) {
        Period through = Period.yearToDate(period.last());
        return new Line(
                period,
                adds ? derivation.of(period) : entered(period, believed),
                through,
                adds ? derivation.of(through) : entered(through, believed));
    }

    private static Optional<Derivation.Derived> entered(Period period, Map<Period, Observation> believed) {
        return Optional.ofNullable(believed.get(period))
                .map(figure ->
                        new Derivation.Derived(period, figure.amount(), List.of(new Derivation.Step(figure, true))));
    }
}
