package vn.cotmoc.core.observations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.Atlas;
import vn.cotmoc.core.checks.CheckSettings;
import vn.cotmoc.core.checks.Checks;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.checks.Warning;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.Summation.OverAreas;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.ObservationView.Span;
import vn.cotmoc.core.periods.Period;

/**
 * Holds figures against what is believed today and against those of them that were written in before, as if each of these were
 * stored already. It reads what many figures need by few statements; it stores nothing.
 */
final class Ledger {

    private final Atlas atlas;
    private final CheckSettings settings;
    private final ObservationView observations;
    private final LocalDate today;
    private final Map<String, Limits> limits = new HashMap<>();
    private final Map<Series, Map<Period, ObservationView.Believed>> pages = new HashMap<>();

    Ledger(Atlas atlas, CheckSettings settings, ObservationView observations, LocalDate today) {
        this.atlas = atlas;
        this.settings = settings;
        this.observations = observations;
        this.today = today;
    }

    /** A figure to be checked. @param amount in the indicator's unit */
    record Entry(Indicator indicator, Point point, Amount amount) {

        Series series() {
            return point.series();
        }

        /** Whether places inside a place make its figure. */
        private boolean addsUp() {
            return indicator.summation().overAreas() == OverAreas.SUM
                    && series().subgroup().isEmpty();
        }

        private Point of(UUID area) {
            return new Point(
                    new Series(series().indicator(), area, series().subgroup(), series().calendar()), point.period());
        }

        private LocalDate lastDay() {
            return series().calendar().lastDay(point.period());
        }
    }

    /** Turns to the pages that these figures need; what was on others is forgotten, and must be stored by now. */
    void open(Collection<Entry> entries) {
        pages.clear();
        Map<Series, Set<Period>> asked = new HashMap<>();
        entries.forEach(entry -> asked.computeIfAbsent(entry.series(), series -> new HashSet<>())
                .add(entry.point().period()));
        Set<Series> whole = new HashSet<>(observations.withTerms(asked.keySet()));
        List<Span> spans = new ArrayList<>();
        asked.forEach((series, periods) -> {
            if (periods.stream().anyMatch(period -> period.months() > 1)) {
                whole.add(series);
            } else {
                periods.forEach(month -> addAround(month, series, spans));
            }
        });
        entries.forEach(entry -> parent(entry).map(Span::of).ifPresent(spans::add));
        read(spans);
        asked.forEach((series, periods) -> {
            if (isInsideAnother(periods, series)) {
                whole.add(series);
            }
        });
        read(whole.stream().map(Span::all).toList());
        read(parts(entries).stream().map(Span::of).toList());
    }

    /**
     * What a month alone is checked with: the month before, the same of the year before, and whatever of its year it may be a
     * part of.
     */
    private static void addAround(Period month, Series series, List<Span> spans) {
        LocalDate yearEnds =
                series.calendar().lastDay(Period.ofYear(month.first().getYear()));
        LocalDate before = series.calendar().lastDay(month.justBefore().orElse(month));
        spans.add(new Span(series, before, yearEnds));
        month.aYearEarlier().map(earlier -> Span.of(new Point(series, earlier))).ifPresent(spans::add);
    }

    /** Then all the other parts are needed too. */
    private boolean isInsideAnother(Set<Period> periods, Series series) {
        return pages.getOrDefault(series, Map.of()).keySet().stream()
                .filter(known -> known.months() > 1)
                .anyMatch(known -> periods.stream().anyMatch(known::contains));
    }

    private void read(Collection<Span> spans) {
        if (!spans.isEmpty()) {
            observations.believed(spans, today).forEach(this::put);
        }
    }

    /** The figures of places that make the figure of another, where that one is, or comes. */
    private Set<Point> parts(Collection<Entry> entries) {
        Set<Point> written = new HashSet<>();
        entries.forEach(entry -> written.add(entry.point()));
        Set<Point> parts = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.addsUp()) {
                addParts(entry, entry.series().area(), parts);
                parent(entry)
                        .filter(parent -> written.contains(parent) || at(parent).isPresent())
                        .ifPresent(parent -> addParts(entry, parent.series().area(), parts));
            }
        }
        return parts;
    }

    private void addParts(Entry entry, UUID whole, Set<Point> parts) {
        atlas.inside(whole, entry.lastDay()).forEach(part -> parts.add(entry.of(part)));
    }

    private void put(ObservationView.Believed believed) {
        pages.computeIfAbsent(believed.point().series(), series -> new HashMap<>())
                .put(believed.point().period(), believed);
    }

    /** The figure of the place around, where there is one that places make. */
    private Optional<Point> parent(Entry entry) {
        UUID around = entry.addsUp() ? atlas.around(entry.series().area()) : null;
        return Optional.ofNullable(around).map(entry::of);
    }

    /** From now on it counts, if it is known by today and no other of its period is more credible. */
    void write(Observation figure) {
        Point point = figure.point();
        ObservationView.Believed before =
                pages.getOrDefault(point.series(), Map.of()).get(point.period());
        boolean counts = before == null
                || figure.knownOn().isAfter(before.knownOn())
                || figure.knownOn().equals(before.knownOn()) && figure.status().compareTo(before.status()) >= 0;
        if (counts && !figure.knownOn().isAfter(today)) {
            put(new ObservationView.Believed(point, figure.amount(), figure.knownOn(), figure.status()));
        }
    }

    /** What is to be said of a figure of which the pages are open. */
    List<Warning> check(Entry entry) {
        Map<Period, Amount> series = new HashMap<>();
        pages.getOrDefault(entry.series(), Map.of())
                .forEach((period, believed) -> series.put(period, believed.amount()));
        return Checks.of(
                entry.indicator(),
                entry.point().period(),
                entry.amount(),
                series,
                entry.addsUp() ? sums(entry) : List.of(),
                limits.computeIfAbsent(entry.indicator().code(), code -> settings.inForce(entry.indicator(), today)));
    }

    /** The sums over places that the figure takes part in: of the places inside its own, and of its own among its siblings. */
    private List<Checks.Sum> sums(Entry entry) {
        List<Checks.Sum> sums = new ArrayList<>();
        sum(entry, atlas.inside(entry.series().area(), entry.lastDay()))
                .filter(Amount::fits)
                .ifPresent(total -> sums.add(new Checks.Sum(entry.amount(), total)));
        parent(entry)
                .flatMap(parent -> at(parent)
                        .flatMap(whole -> amongSiblings(entry, parent).map(parts -> new Checks.Sum(whole, parts))))
                .ifPresent(sums::add);
        return sums;
    }

    private Optional<BigDecimal> amongSiblings(Entry entry, Point parent) {
        List<UUID> siblings = atlas.inside(parent.series().area(), entry.lastDay()).stream()
                .filter(part -> !part.equals(entry.series().area()))
                .toList();
        return siblings.isEmpty()
                ? Optional.of(entry.amount().value())
                : sum(entry, siblings).map(others -> others.add(entry.amount().value()));
    }

    /** Empty while one of them is missing, or where there are none. */
    private Optional<BigDecimal> sum(Entry entry, List<UUID> places) {
        BigDecimal sum = BigDecimal.ZERO;
        for (UUID place : places) {
            Optional<Amount> figure = at(entry.of(place));
            if (figure.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(figure.get().value());
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    private Optional<Amount> at(Point point) {
        ObservationView.@Nullable Believed believed =
                pages.getOrDefault(point.series(), Map.of()).get(point.period());
        return Optional.ofNullable(believed).map(ObservationView.Believed::amount);
    }
}
