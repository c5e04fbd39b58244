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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.Atlas;
import vn.cotmoc.core.checks.CheckSettings;
import vn.cotmoc.core.checks.Checks;
import vn.cotmoc.core.checks.Fault;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.checks.Reaction;
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

    /** Figures on the pages that are kept, at some 75 bytes each; beyond that, pages that were not needed for long are given up. */
    static final int MOST_HELD = 600_000;

    /** What an empty page with its share of its book weighs, in figures: files may name places and parts without end. */
    private static final int WEIGHT_OF_A_PAGE = 3;

    private final Atlas atlas;
    private final CheckSettings settings;
    private final ObservationView observations;
    private final LocalDate today;
    private final int mostHeld;
    private final Set<UUID> without;
    private final Map<String, Limits> limits = new HashMap<>();
    private final Map<Series, Book> books = new HashMap<>();
    private final Map<Period, Period> periods = new HashMap<>();
    private final Map<Point, Places> places = new HashMap<>();
    private int turn;

    /** @param without vintages that are about to be withdrawn */
    Ledger(
            Atlas atlas,
            CheckSettings settings,
            ObservationView observations,
            LocalDate today,
            int mostHeld,
            Set<UUID> without) {
        this.atlas = atlas;
        this.settings = settings;
        this.observations = observations;
        this.today = today;
        this.mostHeld = mostHeld;
        this.without = without;
    }

    /**
     * A figure to be checked.
     *
     * @param amount in the indicator's unit
     * @param credence as {@link Page#credence} of it
     */
    record Entry(Indicator indicator, Point point, Amount amount, int credence) {

        Series series() {
            return point.series();
        }

        /** Whether places inside a place make its figure. */
        private boolean addsUp() {
            return indicator.summation().overAreas() == OverAreas.SUM
                    && series().subgroup().isEmpty();
        }
    }

    /** The pages of a series that are open: a page a year, and one of its terms of years. */
    private static final class Book {

        private static final int TERMS = 0;

        private final Series series;
        private final Map<Integer, Page> pages = new HashMap<>(4);

        Book(Series series) {
            this.series = series;
        }

        private static int leaf(Period period) {
            return period.isTerm() ? TERMS : period.last().getYear();
        }

        @Nullable
        Page found(int leaf) {
            return pages.get(leaf);
        }

        /** It must be open. */
        Page at(int leaf) {
            Page page = pages.get(leaf);
            if (page == null) {
                throw new IllegalStateException("%s is not open at %d.".formatted(series, leaf));
            }
            return page;
        }

        Page at(Period period) {
            return at(leaf(period));
        }

        @Nullable
        Amount known(Period period) {
            return at(period).amount(period);
        }

        /** The terms of years that are known and have the period inside them, or are it. */
        List<Period> termsAround(Period period) {
            List<Period> terms = new ArrayList<>();
            if (period.isTerm()) {
                terms.add(period);
            }
            at(TERMS).forEach((term, amount) -> {
                if (term.contains(period) && !term.equals(period)) {
                    terms.add(term);
                }
            });
            return terms;
        }
    }

    /** A page that is still to be read. */
    private record Unread(Book book, int leaf) {

        boolean isOfTerms() {
            return leaf == Book.TERMS;
        }

        Span span() {
            Period year = Period.ofYear(leaf);
            Series series = book.series;
            return new Span(
                    series,
                    series.calendar().lastDay(Period.ofMonth(year.first())),
                    series.calendar().lastDay(year));
        }
    }

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
        turn++;
        places.clear();
        giveUpPages();
        List<Unread> unread = new ArrayList<>();
        for (Entry entry : entries) {
            Book book = book(entry.series());
            turnTo(book, Book.TERMS, unread);
            turnTo(book, Book.leaf(entry.point().period()), unread);
            before(entry.point().period()).forEach(earlier -> turnTo(book, Book.leaf(earlier), unread));
            parent(entry).ifPresent(parent -> turnTo(parent, unread));
        }
        read(unread);
        for (Entry entry : entries) {
            Book book = book(entry.series());
            book.termsAround(entry.point().period())
                    .forEach(term -> years(term).forEach(year -> turnTo(book, year, unread)));
        }
        wholes(entries).forEach(whole -> inside(whole).forEach(part -> turnTo(at(part, whole), unread)));
        read(unread);
    }

    private Book book(Series series) {
        return books.computeIfAbsent(series, Book::new);
    }

    private void turnTo(Point point, List<Unread> unread) {
        turnTo(book(point.series()), Book.leaf(point.period()), unread);
    }

    private void turnTo(Book book, int leaf, List<Unread> unread) {
        Page page = book.found(leaf);
        if (page == null) {
            page = new Page();
            book.pages.put(leaf, page);
            unread.add(new Unread(book, leaf));
        }
        page.neededAt = turn;
    }

    /** Files go on in time or from place to place: what was not needed for half of the turns will hardly be needed again. */
    private void giveUpPages() {
        int held = 0;
        int oldest = turn;
        for (Book book : books.values()) {
            for (Page page : book.pages.values()) {
                held += WEIGHT_OF_A_PAGE + page.size();
                oldest = Math.min(oldest, page.neededAt);
            }
        }
        if (held > mostHeld) {
            int middle = (oldest + turn) / 2;
            books.values().forEach(book -> book.pages.values().removeIf(page -> page.neededAt <= middle));
            books.values().removeIf(book -> book.pages.isEmpty());
        }
    }

    /** What a figure may have jumped from. */
    private static Stream<Period> before(Period period) {
        return Stream.of(period.aYearEarlier(), period.justBefore()).flatMap(Optional::stream);
    }

    private static IntStream years(Period term) {
        return IntStream.rangeClosed(term.first().getYear(), term.last().getYear());
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

    private void read(List<Unread> unread) {
        List<Series> withTerms = unread.stream()
                .filter(Unread::isOfTerms)
                .map(page -> page.book().series)
                .toList();
        if (!withTerms.isEmpty()) {
            observations.believedTerms(withTerms, today, without).forEach(this::put);
        }
        List<Span> years = unread.stream()
                .filter(page -> !page.isOfTerms())
                .map(Unread::span)
                .toList();
        if (!years.isEmpty()) {
            observations.believed(years, today, without).stream()
                    .filter(believed -> !believed.point().period().isTerm())
                    .forEach(this::put);
        }
        unread.clear();
    }

    private void put(ObservationView.Believed believed) {
        Point point = believed.point();
        put(
                book(point.series()),
                point.period(),
                believed.amount(),
                Page.credence(believed.knownOn(), believed.status()));
    }

    /** The same periods come a hundred thousand times; each is kept once. */
    private void put(Book book, Period period, Amount amount, int credence) {
        book.at(period).put(periods.computeIfAbsent(period, same -> same), amount, credence);
    }

    private @Nullable Amount known(Point point) {
        return book(point.series()).known(point.period());
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
    void write(Entry figure) {
        Point point = figure.point();
        Book book = book(point.series());
        Page page = book.at(point.period());
        if (!page.believes(point.period(), figure.credence())
                || Page.knownOn(figure.credence()).isAfter(today)) {
            return;
        }
        Amount before = page.amount(point.period());
        put(book, point.period(), figure.amount(), figure.credence());
        UUID around = places.isEmpty() ? null : atlas.around(point.series().area());
        Places among = around == null ? null : places.get(at(around, point));
        if (among != null) {
            among.replace(point.series().area(), before, figure.amount());
        }
    }

    /** What is to be said of a figure of which the pages are open, and which is not written. */
    List<Warning> check(Entry entry) {
        return Stream.concat(checkWritten(entry).stream(), weakens(entry).stream())
                .toList();
    }

    /** The same of one that may be written already, but for whether it {@link #weakens}. */
    List<Warning> checkWritten(Entry entry) {
        return Checks.of(
                entry.indicator(),
                entry.point().period(),
                entry.amount(),
                history(entry.point()),
                entry.addsUp() ? sums(entry) : List.of(),
                limits.computeIfAbsent(entry.indicator().code(), code -> settings.inForce(entry.indicator(), today)));
    }

    /** Before it is written. It always warns and never blocks: it may be true that the firmer figure was wrong. */
    Optional<Warning> weakens(Entry entry) {
        Period period = entry.point().period();
        Page page = book(entry.series()).at(period);
        return Optional.ofNullable(page.wouldWeaken(period, entry.credence()) ? page.amount(period) : null)
                .map(firmer -> new Warning(Fault.LESS_FIRM, Reaction.WARN, entry.amount(), firmer, period, null));
    }

    /** As much of the series as any check looks at: a month alone is no part of anything. */
    private Map<Period, Amount> history(Point point) {
        Book book = book(point.series());
        Period period = point.period();
        Map<Period, Amount> history = new HashMap<>();
        Page own = book.at(period);
        if (period.months() > 1 || own.isLongerThanMonths()) {
            own.forEach(history::put);
        }
        for (Period term : book.termsAround(period)) {
            book.at(term).forEach(history::put);
            years(term).forEach(year -> book.at(year).forEach(history::put));
        }
        before(period).forEach(earlier -> {
            Amount amount = book.known(earlier);
            if (amount != null) {
                history.put(earlier, amount);
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
