package vn.cotmoc.core.observations;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static vn.cotmoc.core.tables.Tables.OBSERVATION;
import static vn.cotmoc.core.tables.Tables.OBSERVATION_WITHDRAWAL;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tables.tables.records.ObservationRecord;
import vn.cotmoc.core.tenancy.ManyRows;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's figures, every vintage of them. */
@Singleton
public class ObservationView {

    /** Written like {@code 2021/2025}; the index of terms says the same. */
    private static final Condition IS_TERM = length(OBSERVATION.PERIOD).eq(inline(9));

    /** As {@link Observation#BY_CREDENCE} orders them. */
    private static final List<String> FIRMEST_FIRST = Arrays.stream(ObservationStatus.values())
            .map(ObservationStatus::code)
            .toList()
            .reversed();

    /** A screen reads thousands of figures: what is the same for all of a subject's, or follows from the period, is not sent. */
    private static final List<Field<?>> NOT_TOLD_BY_SUBJECT = List.of(
            OBSERVATION.OBSERVATION_ID,
            OBSERVATION.PERIOD,
            OBSERVATION.CALENDAR,
            OBSERVATION.STATUS,
            OBSERVATION.AMOUNT,
            OBSERVATION.KNOWN_ON,
            OBSERVATION.KNOWN_ON_STATED,
            OBSERVATION.SOURCE,
            OBSERVATION.NOTE,
            OBSERVATION.REPORTED_AMOUNT,
            OBSERVATION.REPORTED_UNIT,
            OBSERVATION.RECORDED_AT,
            OBSERVATION.RECORDED_BY);

    private final DSLContext sql;
    private final OwnedRows rows;

    ObservationView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** What to list; null means any; without a day also what was withdrawn. */
    public record Query(
            @Nullable String indicator,
            @Nullable UUID area,
            @Nullable Period period,
            @Nullable LocalDate asOf,
            @Nullable UUID after,
            int limit) {}

    @Transactional(readOnly = true)
    public List<Observation> list(Query query) {
        Condition which = noCondition();
        if (query.indicator() != null) {
            which = which.and(OBSERVATION.INDICATOR_CODE.eq(query.indicator()));
        }
        if (query.area() != null) {
            which = which.and(OBSERVATION.AREA_ID.eq(query.area()));
        }
        if (query.period() != null) {
            which = which.and(OBSERVATION.PERIOD.eq(query.period().toString()));
        }
        if (query.asOf() != null) {
            which = which.and(isKnownOn(query.asOf()));
        }
        if (query.after() != null) {
            which = which.and(OBSERVATION.OBSERVATION_ID.gt(query.after()));
        }
        return sql.selectFrom(OBSERVATION)
                .where(rows.ownedByCurrentTenant(OBSERVATION))
                .and(which)
                .orderBy(OBSERVATION.OBSERVATION_ID)
                .limit(query.limit())
                .fetch(ObservationView::observation);
    }

    /** All vintages of the indicators that were known on the day and whose periods end in the range, both days included. */
    @Transactional(readOnly = true)
    public List<Observation> knownOn(LocalDate day, Collection<String> indicators, LocalDate from, LocalDate to) {
        return sql.selectFrom(OBSERVATION)
                .where(rows.ownedByCurrentTenant(OBSERVATION))
                .and(OBSERVATION.INDICATOR_CODE.in(indicators))
                .and(isKnownOn(day))
                .and(OBSERVATION.PERIOD_ENDS.between(from, to))
                .fetch(ObservationView::observation);
    }

    /** An indicator in a place and part, by whatever calendar. */
    public record Subject(String indicator, UUID area, String subgroup) {}

    /** As {@link #knownOn(LocalDate, Collection, LocalDate, LocalDate)}, of these subjects alone. */
    @Transactional(readOnly = true)
    public List<Observation> of(Collection<Subject> subjects, LocalDate day, LocalDate from, LocalDate to) {
        ManyRows<Subject> asked = new ManyRows<>("asked", subjects);
        Condition isAsked = asked.equal(OBSERVATION.INDICATOR_CODE, Subject::indicator)
                .and(asked.equal(OBSERVATION.AREA_ID, Subject::area))
                .and(asked.equal(OBSERVATION.SUBGROUP, Subject::subgroup));
        Map<String, Period> periods = new HashMap<>();
        return sql.select(asked.number())
                .select(NOT_TOLD_BY_SUBJECT)
                .from(asked.table())
                .join(OBSERVATION)
                .on(
                        rows.ownedByCurrentTenant(OBSERVATION),
                        isAsked,
                        isKnownOn(day),
                        OBSERVATION.PERIOD_ENDS.between(from, to))
                .fetch(row -> observation(
                        asked.things().get(row.get(asked.number()) - 1),
                        periods.computeIfAbsent(row.get(OBSERVATION.PERIOD), Period::parse),
                        row));
    }

    /** All vintages of one series that were known on the day. */
    @Transactional(readOnly = true)
    public List<Observation> series(String indicator, UUID area, String subgroup, Calendar calendar, LocalDate day) {
        return sql.selectFrom(OBSERVATION)
                .where(rows.ownedByCurrentTenant(OBSERVATION))
                .and(OBSERVATION.INDICATOR_CODE.eq(indicator))
                .and(OBSERVATION.AREA_ID.eq(area))
                .and(OBSERVATION.SUBGROUP.eq(subgroup))
                .and(OBSERVATION.CALENDAR.eq(calendar.code()))
                .and(isKnownOn(day))
                .fetch(ObservationView::observation);
    }

    /** What speaks for a period of a series, with what decides between vintages of it. */
    record Believed(Point point, Amount amount, LocalDate knownOn, ObservationStatus status) {}

    /** Periods of a series by the day on which they end, both days included. */
    record Span(Series series, LocalDate from, LocalDate to) {}

    /**
     * What was believed on the day.
     *
     * @param without vintages that do not count
     */
    @Transactional(readOnly = true)
    public List<Believed> believed(Collection<Span> spans, LocalDate day, Set<UUID> without) {
        ManyRows<Span> asked = new ManyRows<>("asked", spans);
        Condition inSpan = OBSERVATION.PERIOD_ENDS.between(
                asked.column(LocalDate.class, Span::from), asked.column(LocalDate.class, Span::to));
        return believed(asked, Span::series, inSpan.and(isNoneOf(without)), day);
    }

    /** What was believed on the day of the series' terms of years. */
    @Transactional(readOnly = true)
    public List<Believed> believedTerms(Collection<Series> series, LocalDate day, Set<UUID> without) {
        return believed(new ManyRows<>("asked", series), Function.identity(), IS_TERM.and(isNoneOf(without)), day);
    }

    private static Condition isNoneOf(Set<UUID> figures) {
        return figures.isEmpty() ? noCondition() : OBSERVATION.OBSERVATION_ID.ne(all(figures.toArray(UUID[]::new)));
    }

    /**
     * The newest vintage is taken inside, which keeps the database to the asked series. Each time it is planned by the size of that
     * moment: the database keeps plans, and one that was made while the figures were few would read all of them for every series
     * once a file has brought a million. What else is stored in the transaction keeps its plans.
     */
    private <T> List<Believed> believed(ManyRows<T> asked, Function<T, Series> series, Condition which, LocalDate day) {
        Table<?> newest = select(OBSERVATION.PERIOD, OBSERVATION.AMOUNT, OBSERVATION.KNOWN_ON, OBSERVATION.STATUS)
                .distinctOn(OBSERVATION.PERIOD)
                .from(OBSERVATION)
                .where(rows.ownedByCurrentTenant(OBSERVATION))
                .and(isOf(asked, series))
                .and(which)
                .and(isKnownOn(day))
                .orderBy(
                        OBSERVATION.PERIOD,
                        OBSERVATION.KNOWN_ON.desc(),
                        OBSERVATION.STATUS.sortAsc(FIRMEST_FIRST),
                        OBSERVATION.RECORDED_AT.desc(),
                        OBSERVATION.OBSERVATION_ID.desc())
                .asTable("newest");
        Map<String, Period> periods = new HashMap<>();
        planAnew(true);
        List<Believed> believed = sql.select(
                        asked.number(),
                        newest.field(OBSERVATION.PERIOD),
                        newest.field(OBSERVATION.AMOUNT),
                        newest.field(OBSERVATION.KNOWN_ON),
                        newest.field(OBSERVATION.STATUS))
                .from(asked.table(), lateral(newest))
                .fetch(row -> new Believed(
                        new Point(
                                series.apply(asked.things().get(row.value1() - 1)),
                                periods.computeIfAbsent(row.value2(), Period::parse)),
                        new Amount(row.value3()),
                        row.value4(),
                        Coded.read(ObservationStatus.class, row.value5())));
        planAnew(false);
        return believed;
    }

    /** Until the transaction ends. */
    private void planAnew(boolean anew) {
        sql.select(function("plan_anew", Object.class, inline(anew))).fetch();
    }

    private static <T> Condition isOf(ManyRows<T> asked, Function<T, Series> series) {
        return asked.equal(OBSERVATION.INDICATOR_CODE, one -> series.apply(one).indicator())
                .and(asked.equal(OBSERVATION.AREA_ID, one -> series.apply(one).area()))
                .and(asked.equal(OBSERVATION.SUBGROUP, one -> series.apply(one).subgroup()))
                .and(asked.equal(
                        OBSERVATION.CALENDAR,
                        one -> series.apply(one).calendar().code()));
    }

    /** @throws Refusal {@code unknown-observation} at the given place */
    @Transactional(readOnly = true)
    public UUID require(UUID id, String at) {
        if (!sql.fetchExists(OBSERVATION, rows.ownedByCurrentTenant(OBSERVATION), OBSERVATION.OBSERVATION_ID.eq(id))) {
            throw Refusal.invalid("unknown-observation", at, "observation", id);
        }
        return id;
    }

    /** @throws Refusal {@code observation-withdrawn} at the given place, if it was taken back */
    @Transactional(readOnly = true)
    public void requireKept(UUID id, String at) {
        if (sql.fetchExists(
                OBSERVATION_WITHDRAWAL,
                rows.ownedByCurrentTenant(OBSERVATION_WITHDRAWAL),
                OBSERVATION_WITHDRAWAL.OBSERVATION_ID.eq(id))) {
            Observation figure = require(id);
            throw Refusal.invalid(
                    "observation-withdrawn", at, "indicator", figure.indicator(), "period", figure.period());
        }
    }

    /** @throws Refusal {@code unknown-observation} */
    @Transactional(readOnly = true)
    public Observation require(UUID id) {
        return sql.selectFrom(OBSERVATION)
                .where(rows.ownedByCurrentTenant(OBSERVATION))
                .and(OBSERVATION.OBSERVATION_ID.eq(id))
                .fetchOptional(ObservationView::observation)
                .orElseThrow(() -> Refusal.unknown("unknown-observation", "observation", id));
    }

    /** What the figures are of; empty if one of the identifiers is no figure's. */
    @Transactional(readOnly = true)
    public Optional<Set<FiguresOf>> of(Set<UUID> figures) {
        List<FiguresOf> found = sql.select(OBSERVATION.INDICATOR_CODE, OBSERVATION.AREA_ID)
                .from(OBSERVATION)
                .where(rows.ownedByCurrentTenant(OBSERVATION))
                .and(OBSERVATION.OBSERVATION_ID.eq(any(figures.toArray(UUID[]::new))))
                .fetch(mapping(FiguresOf::new));
        return found.size() < figures.size() ? Optional.empty() : Optional.of(Set.copyOf(found));
    }

    /**
     * The one place that says which vintages were known on a day: made known by then, and not withdrawn by then. A province
     * withdraws single figures, and what an approved report leaves out: far fewer than it has figures. So its withdrawals are read
     * once a statement and hashed, which holds while they fit into PostgreSQL's {@code work_mem} times
     * {@code hash_mem_multiplier}: some 200,000 by its defaults.
     */
    private Condition isKnownOn(LocalDate day) {
        return OBSERVATION
                .KNOWN_ON
                .le(day)
                .and(OBSERVATION.OBSERVATION_ID.notIn(select(OBSERVATION_WITHDRAWAL.OBSERVATION_ID)
                        .from(OBSERVATION_WITHDRAWAL)
                        .where(rows.ownedByCurrentTenant(OBSERVATION_WITHDRAWAL))
                        .and(OBSERVATION_WITHDRAWAL.WITHDRAWN_ON.le(day))));
    }

    private static Observation observation(ObservationRecord row) {
        Subject subject = new Subject(row.getIndicatorCode(), row.getAreaId(), row.getSubgroup());
        return observation(subject, Period.parse(row.getPeriod()), row);
    }

    private static Observation observation(Subject subject, Period period, Record row) {
        return new Observation(
                row.get(OBSERVATION.OBSERVATION_ID),
                subject.indicator(),
                subject.area(),
                subject.subgroup(),
                period,
                Coded.read(Calendar.class, row.get(OBSERVATION.CALENDAR)),
                Coded.read(ObservationStatus.class, row.get(OBSERVATION.STATUS)),
                new Amount(row.get(OBSERVATION.AMOUNT)),
                row.get(OBSERVATION.KNOWN_ON),
                row.get(OBSERVATION.KNOWN_ON_STATED),
                row.get(OBSERVATION.SOURCE),
                row.get(OBSERVATION.NOTE),
                reported(row),
                row.get(OBSERVATION.RECORDED_AT).toInstant(),
                row.get(OBSERVATION.RECORDED_BY));
    }

    private static Observation.@Nullable Reported reported(Record row) {
        BigDecimal amount = row.get(OBSERVATION.REPORTED_AMOUNT);
        String unit = row.get(OBSERVATION.REPORTED_UNIT);
        return amount == null || unit == null ? null : new Observation.Reported(new Amount(amount), unit);
    }
}
