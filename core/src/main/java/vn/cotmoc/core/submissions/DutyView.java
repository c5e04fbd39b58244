package vn.cotmoc.core.submissions;

import static org.jooq.impl.DSL.min;
import static vn.cotmoc.core.tables.Tables.SUBMISSION;
import static vn.cotmoc.core.tables.Tables.SUBMISSION_STEP;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.forms.Form;
import vn.cotmoc.core.forms.FormView;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.tenancy.OwnedRows;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitView;

/** Who owes which report, and who was late. */
@Singleton
public class DutyView {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final FormView forms;
    private final UnitView units;
    private final Clock clock;

    DutyView(DSLContext sql, OwnedRows rows, FormView forms, UnitView units, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.forms = forms;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Of periods that have begun and whose last day lies between two days, both included.
     *
     * @param form null for every form
     * @param unit null for every unit
     */
    public record Query(@Nullable UUID form, @Nullable UUID unit, LocalDate from, LocalDate to) {}

    /**
     * How a unit kept its deadlines.
     *
     * @param expected whose day has passed, or which were handed in
     * @param onTimeShare of the expected, rounded half up to six digits; empty where nothing was expected
     */
    public record Punctuality(
            Unit unit, int expected, int onTime, int late, int missing, Optional<Ratio> onTimeShare) {}

    /** By period, the newest first; then by form and unit. */
    @Transactional(readOnly = true)
    public List<Duty> duties(Query query) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, Unit> everyone = units.list(null, Integer.MAX_VALUE).stream()
                .filter(unit -> query.unit() == null || unit.id().equals(query.unit()))
                .collect(Collectors.toMap(Unit::id, Function.identity()));
        Map<Key, Duty.Report> reports = reports();
        List<Duty> duties = new ArrayList<>();
        for (Form form : forms.all()) {
            if (query.form() == null || form.id().equals(query.form())) {
                for (Period period : periods(form, query, today)) {
                    duties.addAll(duties(form, period, everyone, reports, today));
                }
            }
        }
        duties.sort(Comparator.comparing(Duty::period, Comparator.reverseOrder())
                .thenComparing(duty -> duty.version().name())
                .thenComparing(duty -> duty.unit().name())
                .thenComparing(duty -> duty.unit().id()));
        return duties;
    }

    /** By unit, of the duties that the query finds. */
    @Transactional(readOnly = true)
    public List<Punctuality> punctuality(Query query) {
        return duties(query).stream().collect(Collectors.groupingBy(Duty::unit)).entrySet().stream()
                .map(unit -> punctuality(unit.getKey(), unit.getValue()))
                .sorted(Comparator.comparing((Punctuality one) -> one.unit().name())
                        .thenComparing(one -> one.unit().id()))
                .toList();
    }

    private static Punctuality punctuality(Unit unit, List<Duty> duties) {
        int onTime = count(duties, Duty.Timeliness.ON_TIME);
        int late = count(duties, Duty.Timeliness.LATE);
        int missing = count(duties, Duty.Timeliness.MISSING);
        int expected = onTime + late + missing;
        return new Punctuality(
                unit,
                expected,
                onTime,
                late,
                missing,
                expected == 0 ? Optional.empty() : Optional.of(Ratio.of(Amount.of(onTime), Amount.of(expected))));
    }

    private static int count(List<Duty> duties, Duty.Timeliness timeliness) {
        return (int)
                duties.stream().filter(duty -> duty.timeliness() == timeliness).count();
    }

    private record Key(UUID form, UUID unit, Period period) {}

    private List<Period> periods(Form form, Query query, LocalDate today) {
        Period first = form.versions().stream()
                .map(Form.Version::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Period wanted = form.frequency().containing(query.from(), form.calendar());
        Period last = form.frequency().containing(query.to().isBefore(today) ? query.to() : today, form.calendar());
        return form.frequency().through(first.compareTo(wanted) > 0 ? first : wanted, last).stream()
                .filter(period -> !form.calendar().lastDay(period).isBefore(query.from()))
                .filter(period -> !form.calendar().lastDay(period).isAfter(query.to()))
                .toList();
    }

    private List<Duty> duties(
            Form form, Period period, Map<UUID, Unit> everyone, Map<Key, Duty.Report> reports, LocalDate today) {
        return form.inForce(period)
                .map(version -> version.units().stream()
                        .map(everyone::get)
                        .filter(unit -> unit != null
                                && unit.isThereDuring(
                                        form.calendar().firstDay(period),
                                        form.calendar().lastDay(period)))
                        .map(unit -> {
                            LocalDate dueOn = form.dueOn(period, version);
                            Optional<Duty.Report> report =
                                    Optional.ofNullable(reports.get(new Key(form.id(), unit.id(), period)));
                            return new Duty(
                                    form, version, unit, period, dueOn, report, timeliness(report, dueOn, today));
                        })
                        .toList())
                .orElse(List.of());
    }

    private Map<Key, Duty.Report> reports() {
        var submittedAt = min(SUBMISSION_STEP.RECORDED_AT);
        return sql
                .select(
                        SUBMISSION.FORM_ID,
                        SUBMISSION.UNIT_ID,
                        SUBMISSION.PERIOD,
                        SUBMISSION.SUBMISSION_ID,
                        SUBMISSION.STATUS,
                        submittedAt)
                .from(SUBMISSION)
                .leftJoin(SUBMISSION_STEP)
                .on(
                        rows.ownedByCurrentTenant(SUBMISSION_STEP),
                        SUBMISSION_STEP.TENANT_ID.eq(SUBMISSION.TENANT_ID),
                        SUBMISSION_STEP.SUBMISSION_ID.eq(SUBMISSION.SUBMISSION_ID),
                        SUBMISSION_STEP.STATUS.eq(SubmissionStatus.SUBMITTED.code()))
                .where(rows.ownedByCurrentTenant(SUBMISSION))
                .groupBy(
                        SUBMISSION.TENANT_ID,
                        SUBMISSION.SUBMISSION_ID,
                        SUBMISSION.FORM_ID,
                        SUBMISSION.UNIT_ID,
                        SUBMISSION.PERIOD,
                        SUBMISSION.STATUS)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> new Key(row.value1(), row.value2(), Period.parse(row.value3())),
                        row -> new Duty.Report(
                                row.value4(),
                                Coded.read(SubmissionStatus.class, row.value5()),
                                Optional.ofNullable(row.value6()).map(OffsetDateTime::toInstant))));
    }

    private Duty.Timeliness timeliness(Optional<Duty.Report> report, LocalDate dueOn, LocalDate today) {
        return report.flatMap(Duty.Report::submittedAt)
                .map(at -> LocalDate.ofInstant(at, clock.getZone()).isAfter(dueOn)
                        ? Duty.Timeliness.LATE
                        : Duty.Timeliness.ON_TIME)
                .orElse(today.isAfter(dueOn) ? Duty.Timeliness.MISSING : Duty.Timeliness.NOT_DUE);
    }
}
