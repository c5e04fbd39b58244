package vn.cotmoc.core.submissions;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jooq.exception.IntegrityConstraintViolationException;
import vn.cotmoc.core.areas.AreaStore;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.forms.Form;
import vn.cotmoc.core.forms.FormLine;
import vn.cotmoc.core.forms.FormView;
import vn.cotmoc.core.forms.SetUpForm;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.units.MayReport;
import vn.cotmoc.core.units.Unit;

/** An officer begins their unit's report for a period: the cells to fill in are fixed. */
@Singleton
public class BeginSubmission {

    private final FormView forms;
    private final AreaView areas;
    private final AreaStore map;
    private final MayReport mayReport;
    private final SubmissionStore store;
    private final SubmissionView view;
    private final Identifiers identifiers;
    private final Clock clock;

    BeginSubmission(
            FormView forms,
            AreaView areas,
            AreaStore map,
            MayReport mayReport,
            SubmissionStore store,
            SubmissionView view,
            Identifiers identifiers,
            Clock clock) {
        this.forms = forms;
        this.areas = areas;
        this.map = map;
        this.mayReport = mayReport;
        this.store = store;
        this.view = view;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * @throws Refusal {@code unknown-form}, {@code form-period}, {@code period-ahead}, {@code no-unit}, {@code unit-closed},
     *     {@code form-not-yours}, {@code submission-empty} if nothing of the form is assigned to the unit;
     *     {@code submission-exists}
     */
    @Transactional
    public Submission begin(UUID formId, Period period) {
        Form form = forms.require(formId, "/form");
        Form.Version version = SetUpForm.requireReported(form, period, "/period");
        LocalDate today = LocalDate.now(clock);
        if (form.calendar().firstDay(period).isAfter(today)) {
            throw Refusal.invalid("period-ahead", "/period", "period", period, "today", today);
        }
        Unit unit = mayReport.ownUnit();
        if (!version.units().contains(unit.id())) {
            throw Refusal.forbidden("form-not-yours", "form", version.name(), "unit", unit.name());
        }
        // Figures by hand are stored before it is begun, or know that it is; and the places it asks for stay as they
        // are.
        map.takeProvince();
        List<Submission.Cell> cells = cells(form, version, unit, period);
        if (cells.isEmpty()) {
            throw Refusal.conflict("submission-empty", "form", version.name(), "unit", unit.name());
        }
        if (view.find(formId, unit.id(), period).isPresent()) {
            throw exists(version, unit, period);
        }
        Submission submission = new Submission(
                identifiers.next(), formId, version.number(), unit.id(), period, SubmissionStatus.DRAFT, 1);
        try {
            store.add(submission, cells);
        } catch (IntegrityConstraintViolationException failure) {
            throw Collision.caused(failure) ? exists(version, unit, period) : failure;
        }
        return submission;
    }

    private List<Submission.Cell> cells(Form form, Form.Version version, Unit unit, Period period) {
        BiPredicate<String, UUID> may = mayReport.of(unit);
        UUID own = areas.resolve(unit.area(), "/form");
        List<UUID> inside =
                List.copyOf(areas.inside(own, form.calendar().lastDay(period)).keySet());
        List<Submission.Cell> cells = new ArrayList<>();
        for (FormLine line : version.lines()) {
            List<UUID> places = line.place() == FormLine.Place.OWN ? List.of(own) : inside;
            for (UUID place : places) {
                if (may.test(line.indicator(), place)) {
                    cells.add(new Submission.Cell(
                            cells.size() + 1,
                            line.indicator(),
                            place,
                            line.subgroup(),
                            line.span().of(period),
                            form.calendar()));
                }
            }
        }
        return cells;
    }

    private static Refusal exists(Form.Version form, Unit unit, Period period) {
        return Refusal.conflict("submission-exists", "form", form.name(), "unit", unit.name(), "period", period);
    }
}
