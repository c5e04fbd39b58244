package vn.cotmoc.core.submissions;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static vn.cotmoc.core.tables.Tables.AREA;
import static vn.cotmoc.core.tables.Tables.INDICATOR;
import static vn.cotmoc.core.tables.Tables.OBSERVATION;
import static vn.cotmoc.core.tables.Tables.SUBMISSION;
import static vn.cotmoc.core.tables.Tables.SUBMISSION_CELL;
import static vn.cotmoc.core.tables.Tables.SUBMISSION_ENTRY;
import static vn.cotmoc.core.tables.Tables.SUBMISSION_FIGURE;
import static vn.cotmoc.core.tables.Tables.SUBMISSION_STEP;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.observations.Point;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tables.tables.records.SubmissionRecord;
import vn.cotmoc.core.tenancy.ManyRows;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's reports: what is to be filled in, what was, and how it went on. */
@Singleton
public class SubmissionView {

    private static final List<Field<?>> SERIES = List.of(
            SUBMISSION_CELL.INDICATOR_CODE,
            SUBMISSION_CELL.AREA_ID,
            SUBMISSION_CELL.SUBGROUP,
            SUBMISSION_CELL.PERIOD,
            SUBMISSION_CELL.CALENDAR);

    /** Longer than any transaction runs, and than clocks differ. */
    private static final Duration LONGEST_INTAKE = Duration.ofDays(1);

    private final DSLContext sql;
    private final OwnedRows rows;

    SubmissionView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * @param status null for any
     * @param after null for the first page
     */
    public record Query(
            @Nullable UUID form,
            @Nullable UUID unit,
            @Nullable Period period,
            @Nullable SubmissionStatus status,
            @Nullable UUID after,
            int limit) {}

    /**
     * A cell as a screen shows it.
     *
     * @param entry what counts now; empty while nothing was written, or where it was emptied
     * @param observation the vintage that the entry became; empty until it is approved
     */
    public record Line(
            Submission.Cell cell,
            String name,
            String nameEn,
            String unit,
            String unitEn,
            int decimals,
            String area,
            Optional<Submission.Entry> entry,
            Optional<UUID> observation) {}

    /** In the order in which they were begun. */
    @Transactional(readOnly = true)
    public List<Submission> list(Query query) {
        return submissions(
                eq(SUBMISSION.FORM_ID, query.form())
                        .and(eq(SUBMISSION.UNIT_ID, query.unit()))
                        .and(eq(
                                SUBMISSION.PERIOD,
                                query.period() == null ? null : query.period().toString()))
                        .and(eq(
                                SUBMISSION.STATUS,
                                query.status() == null ? null : query.status().code()))
                        .and(query.after() == null ? noCondition() : SUBMISSION.SUBMISSION_ID.gt(query.after())),
                query.limit());
    }

    private static <T> Condition eq(Field<T> field, @Nullable T value) {
        return value == null ? noCondition() : field.eq(value);
    }

    /** @throws Refusal {@code unknown-submission} */
    @Transactional(readOnly = true)
    public Submission require(UUID id) {
        return submissions(SUBMISSION.SUBMISSION_ID.eq(id), 1).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("unknown-submission", "submission", id));
    }

    Optional<Submission> find(UUID form, UUID unit, Period period) {
        return list(new Query(form, unit, period, null, null, 1)).stream().findFirst();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Submission.Step> steps(UUID submission) {
        return sql.selectFrom(SUBMISSION_STEP)
                .where(rows.ownedByCurrentTenant(SUBMISSION_STEP))
                .and(SUBMISSION_STEP.SUBMISSION_ID.eq(submission))
                .orderBy(SUBMISSION_STEP.STEP)
                .fetch(row -> new Submission.Step(
                        row.getStep(),
                        Coded.read(SubmissionStatus.class, row.getStatus()),
                        row.getComment(),
                        row.getRecordedAt().toInstant(),
                        row.getRecordedBy()));
    }

    /** Cells in their order, with what was written into them. */
    @Transactional(readOnly = true)
    public List<Line> lines(UUID submission, int after, int limit) {
        return lines(submission, SUBMISSION_CELL.CELL.gt(after), limit);
    }

    /** The same of cells by number; what the report does not have is not there. */
    @Transactional(readOnly = true)
    public List<Line> lines(UUID submission, Collection<Integer> numbers) {
        return lines(submission, isOneOf(SUBMISSION_CELL.CELL, numbers), numbers.size());
    }

    /** The same of cells by indicator, however many. */
    List<Line> lines(UUID submission, Set<String> indicators) {
        return lines(submission, SUBMISSION_CELL.INDICATOR_CODE.in(indicators), Integer.MAX_VALUE);
    }

    private List<Line> lines(UUID submission, Condition which, int limit) {
        return sql.select(SUBMISSION_CELL.fields())
                .select(
                        INDICATOR.NAME_VI,
                        INDICATOR.NAME_EN,
                        INDICATOR.UNIT_VI,
                        INDICATOR.UNIT_EN,
                        INDICATOR.DECIMALS,
                        AREA.NAME)
                .select(SUBMISSION_ENTRY.fields())
                .select(SUBMISSION_FIGURE.OBSERVATION_ID)
                .from(SUBMISSION_CELL)
                .join(INDICATOR)
                .on(
                        rows.ownedByCurrentTenant(INDICATOR),
                        INDICATOR.TENANT_ID.eq(SUBMISSION_CELL.TENANT_ID),
                        INDICATOR.CODE.eq(SUBMISSION_CELL.INDICATOR_CODE))
                .join(AREA)
                .on(
                        rows.ownedByCurrentTenant(AREA),
                        AREA.TENANT_ID.eq(SUBMISSION_CELL.TENANT_ID),
                        AREA.AREA_ID.eq(SUBMISSION_CELL.AREA_ID))
                .leftJoin(newestOfCell())
                .on(noCondition())
                .leftJoin(SUBMISSION_FIGURE)
                .on(
                        rows.ownedByCurrentTenant(SUBMISSION_FIGURE),
                        SUBMISSION_FIGURE.TENANT_ID.eq(SUBMISSION_ENTRY.TENANT_ID),
                        SUBMISSION_FIGURE.SUBMISSION_ID.eq(SUBMISSION_ENTRY.SUBMISSION_ID),
                        SUBMISSION_FIGURE.CELL.eq(SUBMISSION_ENTRY.CELL),
                        SUBMISSION_FIGURE.ENTRY.eq(SUBMISSION_ENTRY.ENTRY))
                .where(rows.ownedByCurrentTenant(SUBMISSION_CELL))
                .and(SUBMISSION_CELL.SUBMISSION_ID.eq(submission))
                .and(which)
                .orderBy(SUBMISSION_CELL.CELL)
                .limit(limit)
                .fetch(row -> new Line(
                        cell(row),
                        row.get(INDICATOR.NAME_VI),
                        row.get(INDICATOR.NAME_EN),
                        row.get(INDICATOR.UNIT_VI),
                        row.get(INDICATOR.UNIT_EN),
                        row.get(INDICATOR.DECIMALS),
                        row.get(AREA.NAME),
                        entry(row).filter(entry -> !entry.isEmpty()),
                        Optional.ofNullable(row.get(SUBMISSION_FIGURE.OBSERVATION_ID))));
    }

    /** How many cells there are, and how many of them say something. */
    public record Filled(int cells, int filled) {}

    @Transactional(readOnly = true)
    public Filled filled(UUID submission) {
        int cells = sql.fetchCount(
                SUBMISSION_CELL,
                rows.ownedByCurrentTenant(SUBMISSION_CELL),
                SUBMISSION_CELL.SUBMISSION_ID.eq(submission));
        int filled = sql.fetchCount(
                newest(submission, noCondition()).asTable(SUBMISSION_ENTRY),
                SUBMISSION_ENTRY.AMOUNT.isNotNull().or(SUBMISSION_ENTRY.MISSING.isNotNull()));
        return new Filled(cells, filled);
    }

    /** By number; what the report does not have is not there. */
    Map<Integer, Submission.Cell> cells(UUID submission, Collection<Integer> numbers) {
        return sql.select(SUBMISSION_CELL.fields())
                .from(SUBMISSION_CELL)
                .where(rows.ownedByCurrentTenant(SUBMISSION_CELL))
                .and(SUBMISSION_CELL.SUBMISSION_ID.eq(submission))
                .and(isOneOf(SUBMISSION_CELL.CELL, numbers))
                .fetchMap(SUBMISSION_CELL.CELL, SubmissionView::cell);
    }

    /** What counts in these cells, emptied ones among them. */
    Map<Integer, Submission.Entry> newest(UUID submission, Collection<Integer> cells) {
        return newest(submission, isOneOf(SUBMISSION_ENTRY.CELL, cells))
                .fetchMap(SUBMISSION_ENTRY.CELL, row -> entry(row).orElseThrow());
    }

    /** Everyone who ever wrote into it. */
    List<String> authors(UUID submission) {
        return sql.selectDistinct(SUBMISSION_ENTRY.RECORDED_BY)
                .from(SUBMISSION_ENTRY)
                .where(rows.ownedByCurrentTenant(SUBMISSION_ENTRY))
                .and(SUBMISSION_ENTRY.SUBMISSION_ID.eq(submission))
                .fetch(SUBMISSION_ENTRY.RECORDED_BY);
    }

    /** The vintages that its entries became, older ones too. */
    List<UUID> observations(UUID submission) {
        return sql.select(SUBMISSION_FIGURE.OBSERVATION_ID)
                .from(SUBMISSION_FIGURE)
                .where(rows.ownedByCurrentTenant(SUBMISSION_FIGURE))
                .and(SUBMISSION_FIGURE.SUBMISSION_ID.eq(submission))
                .fetch(SUBMISSION_FIGURE.OBSERVATION_ID);
    }

    /** The same, by their cells. */
    Map<Integer, List<UUID>> observationsByCell(UUID submission) {
        return sql.select(SUBMISSION_FIGURE.CELL, SUBMISSION_FIGURE.OBSERVATION_ID)
                .from(SUBMISSION_FIGURE)
                .where(rows.ownedByCurrentTenant(SUBMISSION_FIGURE))
                .and(SUBMISSION_FIGURE.SUBMISSION_ID.eq(submission))
                .fetchGroups(SUBMISSION_FIGURE.CELL, SUBMISSION_FIGURE.OBSERVATION_ID);
    }

    /** The report that holds a figure, of those where one does; one that holds it locked before others. */
    Map<Point, Submission> holding(Collection<Point> figures) {
        ManyRows<Point> asked = new ManyRows<>("asked", figures);
        Condition isAsked = asked.equal(
                        SUBMISSION_CELL.INDICATOR_CODE, point -> point.series().indicator())
                .and(asked.equal(
                        SUBMISSION_CELL.AREA_ID, point -> point.series().area()))
                .and(asked.equal(
                        SUBMISSION_CELL.SUBGROUP, point -> point.series().subgroup()))
                .and(asked.equal(SUBMISSION_CELL.PERIOD, point -> point.period().toString()))
                .and(asked.equal(
                        SUBMISSION_CELL.CALENDAR,
                        point -> point.series().calendar().code()));
        Map<Point, Submission> holding = new HashMap<>();
        sql.select(SUBMISSION.fields())
                .select(asked.number())
                .from(asked.table())
                .join(SUBMISSION_CELL)
                .on(rows.ownedByCurrentTenant(SUBMISSION_CELL), isAsked)
                .join(SUBMISSION)
                .on(
                        rows.ownedByCurrentTenant(SUBMISSION),
                        SUBMISSION.TENANT_ID.eq(SUBMISSION_CELL.TENANT_ID),
                        SUBMISSION.SUBMISSION_ID.eq(SUBMISSION_CELL.SUBMISSION_ID))
                .forEach(row -> holding.merge(
                        asked.things().get(row.get(asked.number()) - 1),
                        submission(row.into(SUBMISSION)),
                        (one, other) -> one.status().isLocked() ? one : other));
        return holding;
    }

    /** The reports that hold a figure. They stay as they are until this transaction ends. */
    List<Submission> held(Point figure) {
        return sql.selectFrom(SUBMISSION)
                .where(rows.ownedByCurrentTenant(SUBMISSION))
                .and(SUBMISSION.SUBMISSION_ID.in(select(SUBMISSION_CELL.SUBMISSION_ID)
                        .from(SUBMISSION_CELL)
                        .where(rows.ownedByCurrentTenant(SUBMISSION_CELL))
                        .and(SUBMISSION_CELL.INDICATOR_CODE.eq(figure.series().indicator()))
                        .and(SUBMISSION_CELL.AREA_ID.eq(figure.series().area()))
                        .and(SUBMISSION_CELL.SUBGROUP.eq(figure.series().subgroup()))
                        .and(SUBMISSION_CELL.PERIOD.eq(figure.period().toString()))
                        .and(SUBMISSION_CELL.CALENDAR.eq(
                                figure.series().calendar().code()))))
                .orderBy(SUBMISSION.SUBMISSION_ID)
                .forShare()
                .fetch(SubmissionView::submission);
    }

    /** A report, and a figure that it holds and somebody has recorded. */
    record Late(String indicator, Period period, Submission submission) {}

    /**
     * One of the reports begun since the day before that moment that holds a figure that was recorded by hand at that moment: whoever
     * recorded it has not seen the report.
     */
    Optional<Late> begunAround(String recordedBy, Instant recordedAt) {
        Table<?> recorded = lateral(select(OBSERVATION.OBSERVATION_ID)
                .from(OBSERVATION)
                .where(rows.ownedByCurrentTenant(OBSERVATION))
                .and(OBSERVATION.TENANT_ID.eq(SUBMISSION_CELL.TENANT_ID))
                .and(OBSERVATION.INDICATOR_CODE.eq(SUBMISSION_CELL.INDICATOR_CODE))
                .and(OBSERVATION.AREA_ID.eq(SUBMISSION_CELL.AREA_ID))
                .and(OBSERVATION.SUBGROUP.eq(SUBMISSION_CELL.SUBGROUP))
                .and(OBSERVATION.PERIOD.eq(SUBMISSION_CELL.PERIOD))
                .and(OBSERVATION.CALENDAR.eq(SUBMISSION_CELL.CALENDAR))
                .and(OBSERVATION.RECORDED_AT.eq(recordedAt.atOffset(ZoneOffset.UTC)))
                .and(OBSERVATION.RECORDED_BY.eq(recordedBy))
                .limit(1)
                .asTable("recorded"));
        return sql.select(SUBMISSION.fields())
                .select(SUBMISSION_CELL.INDICATOR_CODE, SUBMISSION_CELL.PERIOD)
                .from(SUBMISSION)
                .join(SUBMISSION_CELL)
                .on(
                        rows.ownedByCurrentTenant(SUBMISSION_CELL),
                        SUBMISSION_CELL.TENANT_ID.eq(SUBMISSION.TENANT_ID),
                        SUBMISSION_CELL.SUBMISSION_ID.eq(SUBMISSION.SUBMISSION_ID))
                .join(recorded)
                .on(noCondition())
                .where(rows.ownedByCurrentTenant(SUBMISSION))
                .and(SUBMISSION.SUBMISSION_ID.ge(Identifiers.firstOf(recordedAt.minus(LONGEST_INTAKE))))
                .limit(1)
                .fetchOptional(row -> new Late(
                        row.get(SUBMISSION_CELL.INDICATOR_CODE),
                        Period.parse(row.get(SUBMISSION_CELL.PERIOD)),
                        submission(row.into(SUBMISSION))));
    }

    /** Another report that holds a figure of this one locked, if there is one. */
    Optional<Submission> lockedElsewhere(UUID submission) {
        Map<Series, Integer> own = cells(submission, noCondition());
        return sql
                .select(SUBMISSION.fields())
                .select(SERIES)
                .from(heldBy(SubmissionStatus::isLocked))
                .where(mayBeOf(submission, own.keySet()))
                .fetch()
                .stream()
                .filter(row -> own.containsKey(Series.of(row)))
                .findFirst()
                .map(row -> submission(row.into(SUBMISSION)));
    }

    /** What another report, which was handed in, says of the figure of a cell. */
    record Elsewhere(int cell, UUID unit, SubmissionStatus status, Amount amount) {}

    /** Of these cells; reports that were begun first come first. */
    List<Elsewhere> elsewhere(UUID submission, Collection<Integer> cells) {
        Map<Series, Integer> own = cells(submission, isOneOf(SUBMISSION_CELL.CELL, cells));
        return sql
                .select(SUBMISSION.UNIT_ID, SUBMISSION.STATUS, SUBMISSION_ENTRY.AMOUNT)
                .select(SERIES)
                .from(heldBy(SubmissionStatus::isHandedIn).join(newestOfCell()).on(SUBMISSION_ENTRY.AMOUNT.isNotNull()))
                .where(mayBeOf(submission, own.keySet()))
                .orderBy(SUBMISSION.SUBMISSION_ID)
                .fetch()
                .stream()
                .filter(row -> own.containsKey(Series.of(row)))
                .map(row -> new Elsewhere(
                        Objects.requireNonNull(own.get(Series.of(row))),
                        row.get(SUBMISSION.UNIT_ID),
                        Coded.read(SubmissionStatus.class, row.get(SUBMISSION.STATUS)),
                        new Amount(row.get(SUBMISSION_ENTRY.AMOUNT))))
                .toList();
    }

    /** Which figure a cell is for. */
    private record Series(String indicator, UUID area, String subgroup, String period, String calendar) {

        static Series of(Record row) {
            return new Series(
                    row.get(SUBMISSION_CELL.INDICATOR_CODE),
                    row.get(SUBMISSION_CELL.AREA_ID),
                    row.get(SUBMISSION_CELL.SUBGROUP),
                    row.get(SUBMISSION_CELL.PERIOD),
                    row.get(SUBMISSION_CELL.CALENDAR));
        }
    }

    private Map<Series, Integer> cells(UUID submission, Condition which) {
        Map<Series, Integer> cells = new HashMap<>();
        sql.select(SUBMISSION_CELL.CELL)
                .select(SERIES)
                .from(SUBMISSION_CELL)
                .where(rows.ownedByCurrentTenant(SUBMISSION_CELL))
                .and(SUBMISSION_CELL.SUBMISSION_ID.eq(submission))
                .and(which)
                .forEach(row -> cells.put(Series.of(row), row.get(SUBMISSION_CELL.CELL)));
        return cells;
    }

    private Table<?> heldBy(Predicate<SubmissionStatus> which) {
        return SUBMISSION_CELL
                .join(SUBMISSION)
                .on(
                        rows.ownedByCurrentTenant(SUBMISSION),
                        SUBMISSION.TENANT_ID.eq(SUBMISSION_CELL.TENANT_ID),
                        SUBMISSION.SUBMISSION_ID.eq(SUBMISSION_CELL.SUBMISSION_ID),
                        SUBMISSION.STATUS.in(Arrays.stream(SubmissionStatus.values())
                                .filter(which)
                                .map(SubmissionStatus::code)
                                .toList()));
    }

    /**
     * Cells of other reports of these indicators and periods. Which of them are for the same figures is told here: a report of fifty
     * thousand cells, just begun and unknown to the planner's statistics, would be laid beside itself cell by cell.
     */
    private Condition mayBeOf(UUID submission, Collection<Series> own) {
        return rows.ownedByCurrentTenant(SUBMISSION_CELL)
                .and(SUBMISSION_CELL.SUBMISSION_ID.ne(submission))
                .and(SUBMISSION_CELL.INDICATOR_CODE.eq(
                        any(own.stream().map(Series::indicator).distinct().toArray(String[]::new))))
                .and(SUBMISSION_CELL.PERIOD.eq(
                        any(own.stream().map(Series::period).distinct().toArray(String[]::new))));
    }

    /** One parameter, however many they are: a sheet brings tens of thousands. */
    private static Condition isOneOf(Field<Integer> cell, Collection<Integer> numbers) {
        return cell.eq(any(numbers.toArray(Integer[]::new)));
    }

    /**
     * The newest entry of each of a report's cells. Not "of which there is no later one": just after thousands came in, the
     * database takes them for a few, and would compare each with each.
     */
    private Select<Record> newest(UUID submission, Condition which) {
        return sql.select(SUBMISSION_ENTRY.fields())
                .distinctOn(SUBMISSION_ENTRY.CELL)
                .from(SUBMISSION_ENTRY)
                .where(rows.ownedByCurrentTenant(SUBMISSION_ENTRY))
                .and(SUBMISSION_ENTRY.SUBMISSION_ID.eq(submission))
                .and(which)
                .orderBy(SUBMISSION_ENTRY.CELL, SUBMISSION_ENTRY.ENTRY.desc());
    }

    /** The same of one cell, by the index's end for each; for the same reason. */
    private Table<?> newestOfCell() {
        return lateral(sql.select(SUBMISSION_ENTRY.fields())
                .from(SUBMISSION_ENTRY)
                .where(rows.ownedByCurrentTenant(SUBMISSION_ENTRY))
                .and(SUBMISSION_ENTRY.TENANT_ID.eq(SUBMISSION_CELL.TENANT_ID))
                .and(SUBMISSION_ENTRY.SUBMISSION_ID.eq(SUBMISSION_CELL.SUBMISSION_ID))
                .and(SUBMISSION_ENTRY.CELL.eq(SUBMISSION_CELL.CELL))
                .orderBy(SUBMISSION_ENTRY.ENTRY.desc())
                .limit(1)
                .asTable(SUBMISSION_ENTRY));
    }

    private List<Submission> submissions(Condition which, int limit) {
        return sql.selectFrom(SUBMISSION)
                .where(rows.ownedByCurrentTenant(SUBMISSION))
                .and(which)
                .orderBy(SUBMISSION.SUBMISSION_ID)
                .limit(limit)
                .fetch(SubmissionView::submission);
    }

    private static Submission submission(SubmissionRecord row) {
        return new Submission(
                row.getSubmissionId(),
                row.getFormId(),
                row.getFormVersion(),
                row.getUnitId(),
                Period.parse(row.getPeriod()),
                Coded.read(SubmissionStatus.class, row.getStatus()),
                row.getVersion());
    }

    private static Submission.Cell cell(Record row) {
        return new Submission.Cell(
                row.get(SUBMISSION_CELL.CELL),
                row.get(SUBMISSION_CELL.INDICATOR_CODE),
                row.get(SUBMISSION_CELL.AREA_ID),
                row.get(SUBMISSION_CELL.SUBGROUP),
                Period.parse(row.get(SUBMISSION_CELL.PERIOD)),
                Coded.read(Calendar.class, row.get(SUBMISSION_CELL.CALENDAR)));
    }

    private static Optional<Submission.Entry> entry(Record row) {
        if (row.get(SUBMISSION_ENTRY.ENTRY) == null) {
            return Optional.empty();
        }
        var amount = row.get(SUBMISSION_ENTRY.AMOUNT);
        var reported = row.get(SUBMISSION_ENTRY.REPORTED_AMOUNT);
        return Optional.of(new Submission.Entry(
                row.get(SUBMISSION_ENTRY.CELL),
                row.get(SUBMISSION_ENTRY.ENTRY),
                Coded.read(ObservationStatus.class, row.get(SUBMISSION_ENTRY.STATUS)),
                amount == null ? null : new Amount(amount),
                reported == null
                        ? null
                        : new Observation.Reported(new Amount(reported), row.get(SUBMISSION_ENTRY.REPORTED_UNIT)),
                row.get(SUBMISSION_ENTRY.MISSING),
                row.get(SUBMISSION_ENTRY.NOTE),
                row.get(SUBMISSION_ENTRY.RECORDED_AT).toInstant(),
                row.get(SUBMISSION_ENTRY.RECORDED_BY)));
    }
}
