package vn.cotmoc.core.observations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
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
import vn.cotmoc.core.measure.Amount;
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
     * @param formula by which it is calculated; empty where it is reported, or can only be
     * @param circular whether the formula comes back to the indicator itself, so that nothing can be calculated
     * @param operands by code, of a calculated figure: the figures it was made of; a missing one is empty
     */
    public record Figure(
            Indicator indicator,
            UUID area,
            Period period,
            Optional<Observation> value,
            Optional<Formula> formula,
            boolean circular,
            Map<String, Optional<Observation>> operands) {}

    /**
     * @param parts the places inside, each with its figure if there is one
     * @param total what they make together; empty while one of them is missing, or if the indicator does not say how
     * @param own the whole's own figure, reported or calculated
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
        Optional<Formula> formula =
                book.isReported(indicator.code(), area) ? Optional.empty() : indicator.calculation();
        Map<String, Optional<Observation>> operands = formula.stream()
                .flatMap(how -> how.codes().stream())
                .collect(Collectors.toMap(code -> code, code -> book.figure(code, area)));
        return new Figure(
                indicator,
                area,
                query.period(),
                book.figure(indicator.code(), area),
                formula,
                formula.isPresent() && Calculation.needsItself(indicator, calculated),
                operands);
    }

    /** @throws Refusal {@code unknown-indicator}, {@code unknown-area} */
    @Transactional(readOnly = true)
    public Together together(Query query) {
        Indicator indicator = indicators.require(query.indicator());
        UUID whole = areas.resolve(query.area(), "area");
        Set<String> codes = new HashSet<>(Set.of(indicator.code()));
        indicator.ratio().ifPresent(ratio -> codes.addAll(ratio.codes()));
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
                total(indicator, inside.keySet(), book),
                book.figure(indicator.code(), whole));
    }

    private static Optional<Amount> total(Indicator indicator, Collection<UUID> places, Book book) {
        return switch (indicator.summation().overAreas()) {
            case SUM -> book.sum(indicator.code(), places);
            case COUNT -> book.count(indicator.code(), places);
            case RATIO -> indicator.ratio().flatMap(ratio -> ratio.value(code -> book.sum(code, places)));
            case NONE -> Optional.empty();
        };
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

        boolean isReported(String code, UUID area) {
            return byArea.getOrDefault(area, List.of()).stream()
                    .anyMatch(figure ->
                            figure.indicator().equals(code) && figure.period().equals(period));
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
