package vn.cotmoc.core.observations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.indicators.Formula;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.indicators.Summation;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/** The figure that counts, as known on a day: reported, or calculated; and what the parts of a place make together. */
@Singleton
public class FigureView {

    private final IndicatorView indicators;
    private final ObservationView observations;
    private final AreaView areas;

    FigureView(IndicatorView indicators, ObservationView observations, AreaView areas) {
        this.indicators = indicators;
        this.observations = observations;
        this.areas = areas;
    }

    /** @param area null for the province itself */
    public record Query(String indicator, @Nullable UUID area, Period period, Calendar calendar, LocalDate asOf) {}

    /**
     * @param value empty while figures are missing, or where the formula divides by zero
     * @param operands by code, of a calculated indicator: the figures it was made of; a missing one is empty
     */
    public record Figure(
            Indicator indicator,
            UUID area,
            Period period,
            Optional<Observation> value,
            Map<String, Optional<Observation>> operands) {}

    /**
     * @param parts the places inside, each with its figure if there is one
     * @param total what they make together; empty while one of them is missing, or if the indicator does not say how
     * @param own the figure reported for the whole
     */
    public record Together(
            Indicator indicator,
            UUID area,
            Period period,
            List<Part> parts,
            Optional<Amount> total,
            Optional<Observation> own) {}

    /** A place inside another. */
    public record Part(UUID area, String name, Optional<Observation> figure) {}

    /** @throws Refusal {@code unknown-indicator}, {@code unknown-area} */
    @Transactional(readOnly = true)
    public Figure figure(Query query) {
        Indicator indicator = indicators.require(query.indicator());
        UUID area = areas.resolve(query.area(), "area");
        List<Indicator> calculated = indicators.calculated();
        Book book = book(calculated, Calculation.needed(List.of(indicator.code()), calculated), query);
        Formula formula = indicator.formula();
        Map<String, Optional<Observation>> operands = formula == null
                ? Map.of()
                : formula.codes().stream().collect(Collectors.toMap(code -> code, code -> book.figure(code, area)));
        return new Figure(indicator, area, query.period(), book.figure(indicator.code(), area), operands);
    }

    /** @throws Refusal {@code unknown-indicator}, {@code unknown-area} */
    @Transactional(readOnly = true)
    public Together together(Query query) {
        Indicator indicator = indicators.require(query.indicator());
        UUID whole = areas.resolve(query.area(), "area");
        Set<String> codes = indicator
                .summation()
                .parts()
                .map(parts -> Set.of(indicator.code(), parts.numerator(), parts.denominator()))
                .orElse(Set.of(indicator.code()));
        List<Indicator> calculated = indicators.calculated();
        Book book = book(calculated, Calculation.needed(codes, calculated), query);
        Map<UUID, String> inside = areas.inside(whole, query.calendar().lastDay(query.period()));
        List<Part> parts = inside.entrySet().stream()
                .map(place -> new Part(place.getKey(), place.getValue(), book.figure(indicator.code(), place.getKey())))
                .toList();
        return new Together(
                indicator,
                whole,
                query.period(),
                parts,
                total(indicator.summation(), indicator, inside.keySet(), book),
                book.figure(indicator.code(), whole));
    }

    private static Optional<Amount> total(
            Summation summation, Indicator indicator, Collection<UUID> places, Book book) {
        return switch (summation.overAreas()) {
            case SUM -> book.sum(indicator.code(), places);
            case COUNT -> book.count(indicator.code(), places);
            case RATIO -> summation.parts().flatMap(parts -> ratio(indicator, parts, places, book));
            case NONE -> Optional.empty();
        };
    }

    private static Optional<Amount> ratio(
            Indicator indicator, Summation.Parts parts, Collection<UUID> places, Book book) {
        return book.sum(parts.numerator(), places)
                .flatMap(above -> book.sum(parts.denominator(), places)
                        .filter(below -> below.value().signum() != 0)
                        .map(below -> new Ratio(
                                indicator.unit().equals("%") ? above.value().movePointRight(2) : above.value(),
                                below.value())))
                .filter(ratio -> Amount.fits(ratio.rounded()))
                .map(ratio -> new Amount(ratio.rounded()));
    }

    private Book book(List<Indicator> calculated, Set<String> codes, Query query) {
        LocalDate ends = query.calendar().lastDay(query.period());
        return new Book(
                calculated,
                query.period(),
                observations.knownOn(query.asOf(), codes, ends, ends).stream()
                        .filter(observation ->
                                observation.subgroup().isEmpty() && observation.calendar() == query.calendar())
                        .collect(Collectors.groupingBy(Observation::area)));
    }

    /** What was known of one period, by place. */
    private record Book(List<Indicator> calculated, Period period, Map<UUID, List<Observation>> byArea) {

        Optional<Observation> figure(String code, UUID area) {
            List<Observation> here = byArea.getOrDefault(area, List.of());
            Calculation calculation = new Calculation(
                    calculated,
                    wanted -> here.stream()
                            .filter(observation -> observation.indicator().equals(wanted))
                            .toList());
            return Optional.ofNullable(Calculation.newest(calculation.of(code)).get(period));
        }

        Optional<Amount> sum(String code, Collection<UUID> places) {
            List<Amount> figures = figures(code, places);
            return figures.size() < places.size() || places.isEmpty() ? Optional.empty() : Amount.sum(figures);
        }

        Optional<Amount> count(String code, Collection<UUID> places) {
            List<Amount> figures = figures(code, places);
            return figures.size() < places.size() || places.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Amount.of(figures.stream()
                            .filter(amount -> amount.value().signum() > 0)
                            .count()));
        }

        private List<Amount> figures(String code, Collection<UUID> places) {
            return places.stream()
                    .flatMap(place -> figure(code, place).stream())
                    .map(Observation::amount)
                    .toList();
        }
    }
}
