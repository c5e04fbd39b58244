package vn.cotmoc.core.forms;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.exception.IntegrityConstraintViolationException;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.subgroups.SubgroupStore;
import vn.cotmoc.core.units.MayReport;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitStore;

/** A province decides what is reported regularly, and changes it from a period on. */
@Singleton
public class SetUpForm {

    private static final int EARLIEST_DUE = -31;
    private static final int LATEST_DUE = 120;
    private static final int LATEST_MOVED = 366;
    private static final int LONGEST_REMINDER = 60;

    private final FormStore store;
    private final FormView view;
    private final IndicatorStore indicators;
    private final UnitStore units;
    private final SubgroupStore parts;
    private final MayReport mayReport;
    private final Identifiers identifiers;
    private final CurrentActor actor;
    private final Clock clock;

    SetUpForm(
            FormStore store,
            FormView view,
            IndicatorStore indicators,
            UnitStore units,
            SubgroupStore parts,
            MayReport mayReport,
            Identifiers identifiers,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.view = view;
        this.indicators = indicators;
        this.units = units;
        this.parts = parts;
        this.mayReport = mayReport;
        this.identifiers = identifiers;
        this.actor = actor;
        this.clock = clock;
    }

    /** What a version says; shapes and units as in {@link Form.Version}. */
    public record Content(
            String name,
            String nameEn,
            Period from,
            boolean ended,
            int dueDays,
            int remindDays,
            List<FormLine> lines,
            List<UUID> units) {}

    /** @throws Refusal {@code form-exists} for a code that is taken; what {@link #change} refuses of the content */
    @Transactional
    public Form add(String code, Frequency frequency, Calendar calendar, Content content) {
        if (view.all().stream().anyMatch(form -> form.code().equals(code))) {
            throw exists(code);
        }
        Form form = new Form(
                identifiers.next(),
                code,
                frequency,
                calendar,
                List.of(version(1, frequency, calendar, content)),
                Map.of());
        unlessTaken(() -> store.add(form), () -> exists(code));
        return form;
    }

    /**
     * @param expectedVersion the newest that the author has seen
     * @throws Refusal {@code unknown-form}, {@code form-changed}; {@code form-from} if the content begins with a period of
     *     another length, {@code form-days}, {@code form-empty}, {@code form-line-twice}, {@code unknown-indicator},
     *     {@code indicator-retired}, {@code indicator-calculated}, {@code unknown-unit}, {@code unit-closed},
     *     {@code form-unit-idle} for a unit to which none of the indicators is assigned
     */
    @Transactional
    public Form change(UUID id, int expectedVersion, Content content) {
        Form form = view.require(id);
        int newest = form.newest().number();
        if (newest != expectedVersion) {
            throw changed(newest);
        }
        Form.Version version = version(newest + 1, form.frequency(), form.calendar(), content);
        unlessTaken(() -> store.append(id, form.newest(), version), () -> changed(newest + 1));
        return view.require(id);
    }

    /**
     * Moves the deadline of one period; reports that were late by the old one are on time by the new one.
     *
     * @param deadline its number is one more than that of the newest that the author has seen; 1 if there was none
     * @throws Refusal {@code unknown-form}, {@code form-period} if nothing is reported for it; {@code deadline-day} for a day far
     *     before the period's end, or far after it and today; {@code deadline-moved} if there is a newer one
     */
    @Transactional
    public Form move(UUID id, Period period, Form.Deadline deadline) {
        Form form = view.require(id);
        Form.Version version = requireReported(form, period, "/period");
        LocalDate ends = form.calendar().lastDay(period);
        LocalDate earliest = ends.plusDays(EARLIEST_DUE);
        LocalDate today = LocalDate.now(clock);
        LocalDate latest = (ends.isAfter(today) ? ends : today).plusDays(LATEST_MOVED);
        if (deadline.dueOn().isBefore(earliest) || deadline.dueOn().isAfter(latest)) {
            throw Refusal.invalid(
                    "deadline-day",
                    "/dueOn",
                    "dueOn",
                    deadline.dueOn(),
                    "period",
                    period,
                    "earliest",
                    earliest,
                    "latest",
                    latest);
        }
        Form.Deadline newest = form.moved().get(period);
        int number = newest == null ? 0 : newest.number();
        if (deadline.number() != number + 1) {
            throw moved(period, number);
        }
        unlessTaken(() -> store.move(form, version, period, deadline), () -> moved(period, deadline.number()));
        return view.require(id);
    }

    private static Refusal moved(Period period, int newest) {
        return Refusal.stale("deadline-moved", "period", period, "version", newest);
    }

    /** @throws Refusal {@code form-period}, at the given place, if the form is not filled in for the period */
    public static Form.Version requireReported(Form form, Period period, String at) {
        if (!form.frequency().isOne(period)) {
            throw notReported(form, period, at);
        }
        return form.inForce(period).orElseThrow(() -> notReported(form, period, at));
    }

    private static Refusal notReported(Form form, Period period, String at) {
        return Refusal.invalid(
                "form-period",
                at,
                "form",
                form.newest().name(),
                "period",
                period,
                "from",
                form.newest().from());
    }

    private Form.Version version(int number, Frequency frequency, Calendar calendar, Content content) {
        if (!frequency.isOne(content.from())) {
            throw Refusal.invalid(
                    "form-from",
                    "/from",
                    "from",
                    content.from(),
                    "expected",
                    frequency.containing(LocalDate.now(clock), calendar).toString());
        }
        requireDays("/dueDays", content.dueDays(), EARLIEST_DUE, LATEST_DUE);
        requireDays("/remindDays", content.remindDays(), 0, LONGEST_REMINDER);
        requireSome("/lines", content.lines());
        requireSome("/units", content.units());
        Set<FormLine> seen = new HashSet<>();
        List<FormLine> lines = content.lines().stream().map(this::spelled).toList();
        for (int i = 0; i < lines.size(); i++) {
            requireLine(lines.get(i), "/lines/" + i, seen);
        }
        List<UUID> recipients = content.units().stream().distinct().toList();
        for (int i = 0; i < recipients.size(); i++) {
            requireRecipient(recipients.get(i), "/units/" + i, content.lines());
        }
        return new Form.Version(
                number,
                content.name(),
                content.nameEn(),
                content.from(),
                content.ended(),
                content.dueDays(),
                content.remindDays(),
                lines,
                recipients,
                clock.instant(),
                actor.username());
    }

    private FormLine spelled(FormLine line) {
        return new FormLine(line.indicator(), line.place(), parts.spell(line.subgroup()), line.span());
    }

    private void requireLine(FormLine line, String at, Set<FormLine> seen) {
        Indicator indicator = indicators.requireInUse(line.indicator(), at + "/indicator");
        if (indicator.formula() != null) {
            throw Refusal.invalid(
                    "indicator-calculated",
                    at + "/indicator",
                    "indicator",
                    indicator.code(),
                    "formula",
                    indicator.formula());
        }
        if (!seen.add(line)) {
            throw Refusal.invalid("form-line-twice", at, "indicator", indicator.code());
        }
    }

    private void requireRecipient(UUID id, String at, List<FormLine> lines) {
        Unit unit = units.requireOpen(id, at);
        if (lines.stream().noneMatch(line -> mayReport.may(unit, line.indicator()))) {
            throw Refusal.invalid("form-unit-idle", at, "unit", unit.name());
        }
    }

    private static void requireDays(String at, int days, int least, int most) {
        if (days < least || days > most) {
            throw Refusal.invalid("form-days", at, "days", days, "least", least, "most", most);
        }
    }

    private static void requireSome(String at, List<?> things) {
        if (things.isEmpty()) {
            throw Refusal.invalid("form-empty", at);
        }
    }

    private static void unlessTaken(Runnable write, Supplier<Refusal> refusal) {
        try {
            write.run();
        } catch (IntegrityConstraintViolationException failure) {
            throw Collision.caused(failure) ? refusal.get() : failure;
        }
    }

    private static Refusal exists(String code) {
        return Refusal.conflict("form-exists", "code", code);
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("form-changed", "version", newest);
    }
}
