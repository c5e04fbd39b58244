package vn.cotmoc.core.observations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * stored already. It reads each page, a year of a series, once and for many figures by one statement; it stores nothing.
 */
final class Ledger {

    /** Figures on the pages that are kept, at some 150 bytes each; a file may go on to others and come back. */
    static final int MOST_HELD = 150_000;

    private final Atlas atlas;
    private final CheckSettings settings;
    private final ObservationView observations;
    private final LocalDate today;
    private final int mostHeld;
    private final Map<String, Limits> limits = new HashMap<>();
    private final Map<Leaf, Map<Period, Held>> pages = new HashMap<>();
    private final Map<Point, Places> places = new HashMap<>();
    private int held;

    Ledger(Atlas atlas, CheckSettings settings, ObservationView observations, LocalDate today, int mostHeld) {
        this.atlas = atlas;
        this.settings = settings;
        this.observations = observations;
        this.today = today;
        this.mostHeld = mostHeld;
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
    }

    /** Which page: of a series its periods of one year, or its terms of years. */
    private record Leaf(Series series, int year) {

        private static final int TERMS = 0;

        static Leaf of(Point point) {
            return new Leaf(
                    point.series(),
                    point.period().isTerm() ? TERMS : point.period().last().getYear());
        }

        static Leaf terms(Series series) {
            return new Leaf(series, TERMS);
        }

        /** Those of the years of a period, without its terms. */
        static Stream<Leaf> years(Series series, Period period) {
            return IntStream.rangeClosed(period.first().getYear(), period.last().getYear())
                    .mapToObj(year -> new Leaf(series, year));
        }

        private Span span() {
            Period whole = Period.ofYear(year);
            return new Span(
                    series,
                    series.calendar().lastDay(Period.ofMonth(whole.first())),
                    series.calendar().lastDay(whole));
        }
    }

    /** What speaks for a period, with what decides whether a later vintage speaks instead. */
    private record Held(Amount amount, LocalDate knownOn, ObservationStatus status) {}

    /** What the places inside one make of a period together, as far as it is known. */
    private static final class Places {

        private final Set<UUID> inside;
        private BigDecimal sum = BigDecimal.ZERO;
        private int missing;

        Places(Collection<UUID> inside) {
            this.inside = Set.copyOf(inside);
            this.missing = inside.size();
        }

        void replace(UUID place, @Nullable Amount before, Amount now) {
            if (inside.contains(place)) {
                sum = sum.subtract(value(before)).add(now.value());
                missing -= before == null ? 1 : 0;
            }
        }

        /** Empty while one of them is missing, or where there are none. */
        Optional<BigDecimal> sum() {
            return inside.isEmpty() || missing > 0 ? Optional.empty() : Optional.of(sum);
        }

        /** As if the place's figure were another. Empty while one of the others is missing. */
        Optional<BigDecimal> sumWith(UUID place, @Nullable Amount known, Amount instead) {
            boolean among = inside.contains(place);
            int others = missing - (among && known == null ? 1 : 0);
            return others > 0
                    ? Optional.empty()
                    : Optional.of(
                            sum.subtract(among ? value(known) : BigDecimal.ZERO).add(instead.value()));
        }

        private static BigDecimal value(@Nullable Amount amount) {
            return amount == null ? BigDecimal.ZERO : amount.value();
        }
    }

    /** Turns to the pages that these figures need. Those before them must be stored by now. */
    void open(Collection<Entry> entries) {
        if (held > mostHeld) {
            pages.clear();
            held = 0;
        }
        places.clear();
        Set<Leaf> needed = new HashSet<>();
        for (Entry entry : entries) {
            addOwn(entry, needed);
            parent(entry).map(Leaf::of).ifPresent(needed::add);
        }
        read(needed);
        entries.forEach(entry -> termsAround(entry.point())
                .forEach(term -> Leaf.years(entry.series(), term).forEach(needed::add)));
        wholes(entries).forEach(whole -> inside(whole).forEach(part -> needed.add(Leaf.of(at(part, whole)))));
        read(needed);
    }

    private static void addOwn(Entry entry, Set<Leaf> needed) {
        needed.add(Leaf.terms(entry.series()));
        needed.add(Leaf.of(entry.point()));
        before(entry.point()).map(Leaf::of).forEach(needed::add);
    }

    /** What a figure may have jumped from. */
    private static Stream<Point> before(Point point) {
        return Stream.of(point.period().aYearEarlier(), point.period().justBefore())
                .flatMap(Optional::stream)
                .map(earlier -> new Point(point.series(), earlier));
    }

    /** Where places may have to be added up: in each figure's own, and around it where that figure is known, or comes. */
    private Set<Point> wholes(Collection<Entry> entries) {
        Set<Point> written = new HashSet<>();
        entries.forEach(entry -> written.add(entry.point()));
        Set<Point> wholes = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.addsUp()) {
                wholes.add(entry.point());
                parent(entry)
                        .filter(parent -> written.contains(parent) || known(parent) != null)
                        .ifPresent(wholes::add);
            }
        }
        return wholes;
    }

    private void read(Set<Leaf> needed) {
        needed.removeAll(pages.keySet());
        needed.forEach(leaf -> pages.put(leaf, new HashMap<>(2)));
        List<Series> withTerms = needed.stream()
                .filter(leaf -> leaf.year() == Leaf.TERMS)
                .map(Leaf::series)
                .toList();
        if (!withTerms.isEmpty()) {
            observations.believedTerms(withTerms, today).forEach(this::put);
        }
        List<Span> years = needed.stream()
                .filter(leaf -> leaf.year() != Leaf.TERMS)
                .map(Leaf::span)
                .toList();
        if (!years.isEmpty()) {
            observations.believed(years, today).stream()
                    .filter(believed -> !believed.point().period().isTerm())
                    .forEach(this::put);
        }
    }

    private void put(ObservationView.Believed believed) {
        put(believed.point(), new Held(believed.amount(), believed.knownOn(), believed.status()));
    }

    private void put(Point point, Held now) {
        Held before = page(Leaf.of(point)).put(point.period(), now);
        held += before == null ? 1 : 0;
    }

    /** Its page must be open. */
    private Map<Period, Held> page(Leaf leaf) {
        Map<Period, Held> page = pages.get(leaf);
        if (page == null) {
            throw new IllegalStateException("%s is not open.".formatted(leaf));
        }
        return page;
    }

    private @Nullable Amount known(Point point) {
        Held found = page(Leaf.of(point)).get(point.period());
        return found == null ? null : found.amount();
    }

    /** The terms of years that are known and have the period inside them, or are it. */
    private Stream<Period> termsAround(Point point) {
        return Stream.concat(
                        page(Leaf.terms(point.series())).keySet().stream(),
                        Stream.of(point.period()).filter(Period::isTerm))
                .filter(term -> term.contains(point.period()));
    }

    private List<UUID> inside(Point whole) {
        return atlas.inside(whole.series().area(), whole.series().calendar().lastDay(whole.period()));
    }

    private static Point at(UUID area, Point point) {
        Series series = point.series();
        return new Point(new Series(series.indicator(), area, series.subgroup(), series.calendar()), point.period());
    }

    /** The figure of the place around, where there is one that places make. */
    private Optional<Point> parent(Entry entry) {
        UUID around = entry.addsUp() ? atlas.around(entry.series().area()) : null;
        return Optional.ofNullable(around).map(area -> at(area, entry.point()));
    }

    /** From now on it counts, if it is known by today and no other of its period is more credible. */
    void write(Observation figure) {
        Point point = figure.point();
        Held before = page(Leaf.of(point)).get(point.period());
        boolean counts = before == null
                || figure.knownOn().isAfter(before.knownOn())
                || figure.knownOn().equals(before.knownOn()) && figure.status().compareTo(before.status()) >= 0;
        if (counts && !figure.knownOn().isAfter(today)) {
            put(point, new Held(figure.amount(), figure.knownOn(), figure.status()));
            UUID around = atlas.around(point.series().area());
            Places among = around == null ? null : places.get(at(around, point));
            if (among != null) {
                among.replace(point.series().area(), before == null ? null : before.amount(), figure.amount());
            }
        }
    }

    /** What is to be said of a figure of which the pages are open. */
    List<Warning> check(Entry entry) {
        return Checks.of(
                entry.indicator(),
                entry.point().period(),
                entry.amount(),
                history(entry.point()),
                entry.addsUp() ? sums(entry) : List.of(),
                limits.computeIfAbsent(entry.indicator().code(), code -> settings.inForce(entry.indicator(), today)));
    }

    /** As much of the series as any check looks at. */
    private Map<Period, Amount> history(Point point) {
        Series series = point.series();
        Map<Period, Amount> history = new HashMap<>();
        Set<Leaf> whole = new HashSet<>();
        whole.add(Leaf.of(point));
        termsAround(point).forEach(term -> {
            whole.add(Leaf.terms(series));
            Leaf.years(series, term).forEach(whole::add);
        });
        whole.forEach(leaf -> page(leaf).forEach((other, found) -> history.put(other, found.amount())));
        before(point).forEach(earlier -> {
            Amount amount = known(earlier);
            if (amount != null) {
                history.put(earlier.period(), amount);
            }
        });
        return history;
    }

    /** The sums over places that the figure takes part in: of the places inside its own, and of its own among its siblings. */
    private List<Checks.Sum> sums(Entry entry) {
        Optional<Checks.Sum> own =
                places(entry.point()).sum().filter(Amount::fits).map(total -> new Checks.Sum(entry.amount(), total));
        Optional<Checks.Sum> among = parent(entry)
                .flatMap(parent -> Optional.ofNullable(known(parent))
                        .flatMap(whole -> places(parent)
                                .sumWith(entry.series().area(), known(entry.point()), entry.amount())
                                .map(parts -> new Checks.Sum(whole, parts))));
        return Stream.of(own, among).flatMap(Optional::stream).toList();
    }

    private Places places(Point whole) {
        return places.computeIfAbsent(whole, point -> {
            Places found = new Places(inside(point));
            for (UUID part : found.inside) {
                Amount amount = known(at(part, point));
                if (amount != null) {
                    found.replace(part, null, amount);
                }
            }
            return found;
        });
    }
}
