package vn.cotmoc.core.observations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
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
import vn.cotmoc.core.indicators.Summation;
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
     * @param before empty unless the period was over when the place began
     * @param operands by code, of a calculated figure: the figures it was made of; a missing one is empty
     */
    public record Figure(
            Indicator indicator,
            UUID area,
            Period period,
            Optional<Observation> value,
            Optional<Formula> formula,
            boolean circular,
            Map<String, Optional<Observation>> operands,
            Optional<Before> before) {}

    /**
     * A period that was over before the place came to be, and what was there then.
     *
     * @param since the place's first day
     * @param comparable false if the indicator starts anew with the place
     * @param parts what became the place by a merger or under a new name, each with its figure if there is one; none of a split
     * @param total what they make together by the indicator's rule; empty while one is missing
     */
    public record Before(LocalDate since, boolean comparable, List<Part> parts, Optional<Amount> total) {}

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
        Set<String> codes = new HashSet<>(Set.of(indicator.code()));
        indicator.ratio().ifPresent(ratio -> codes.addAll(ratio.codes()));
        Book book = book(calculated, Calculation.needed(codes, calculated), query);
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
                operands,
                before(indicator, area, query, book));
    }

    private Optional<Before> before(Indicator indicator, UUID place, Query query, Book book) {
        LocalDate since = areas.require(place).validFrom();
        LocalDate last = query.calendar().lastDay(query.period());
        if (!last.isBefore(since)) {
            return Optional.empty();
        }
        Map<UUID, String> then = areas.origins(place, query.calendar().firstDay(query.period()), last);
        boolean comparable = indicator.summation().overAreas() != Summation.OverAreas.RESTART;
        return Optional.of(new Before(
                since,
                comparable,
                parts(indicator, then, book),
                then.size() == 1 && comparable
                        ? book.figure(indicator.code(), then.keySet().iterator().next())
                                .map(Observation::amount)
                        : total(indicator, then.keySet(), book)));
    }

    private static List<Part> parts(Indicator indicator, Map<UUID, String> places, Book book) {
        return places.entrySet().stream()
                .map(place -> new Part(place.getKey(), place.getValue(), book.figure(indicator.code(), place.getKey())))
                .toList();
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
        return new Together(
                indicator,
                whole,
                query.period(),
                parts(indicator, inside, book),
                total(indicator, inside.keySet(), book),
                book.figure(indicator.code(), whole));
    }

    private static Optional<Amount> total(Indicator indicator, Collection<UUID> places, Book book) {
        return switch (indicator.summation().overAreas()) {
            case SUM -> book.sum(indicator.code(), places);
            case COUNT -> book.count(indicator.code(), places);
            case RATIO -> indicator.ratio().flatMap(ratio -> ratio.value(code -> book.sum(code, places)));
            case MAX -> book.max(indicator.code(), places);
            case NONE, RESTART -> Optional.empty();
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

        Optional<Amount> max(String code, Collection<UUID> places) {
            List<Amount> figures = figures(code, places);
            return figures.size() < places.size()
                    ? Optional.empty()
                    : figures.stream().max(Comparator.naturalOrder());
        }

        private List<Amount> figures(String code, Collection<UUID> places) {
            return places.stream()
                    .flatMap(place -> figure(code, place).stream())
                    .map(Observation::amount)
                    .toList();
        }
    }
}
