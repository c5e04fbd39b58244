package vn.cotmoc.core.submissions;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.forms.Form;
import vn.cotmoc.core.forms.FormLine;
import vn.cotmoc.core.forms.FormView;
import vn.cotmoc.core.observations.FigureGate;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitKind;
import vn.cotmoc.core.units.UnitView;

/**
 * What a locked report holds takes no vintage by hand from anyone; what a form asks of a unit reaches the province through that
 * form, so that a second person approves it. The compiling unit enters by hand what came in otherwise.
 */
@Singleton
final class ReportGate implements FigureGate {

    private final SubmissionView view;
    private final FormView forms;
    private final UnitView units;
    private final AreaView areas;
    private final CurrentActor actor;

    ReportGate(SubmissionView view, FormView forms, UnitView units, AreaView areas, CurrentActor actor) {
        this.view = view;
        this.forms = forms;
        this.units = units;
        this.areas = areas;
        this.actor = actor;
    }

    @Override
    public void requireUnlocked(String indicator, UUID area, String subgroup, Period period, Calendar calendar) {
        Optional<Submission> locking = view.locking(indicator, area, subgroup, period, calendar);
        if (locking.isPresent()) {
            throw Refusal.conflict(
                    "figure-locked",
                    "indicator",
                    indicator,
                    "period",
                    period,
                    "unit",
                    units.require(locking.get().unit()).name());
        }
    }

    @Override
    public void requireOpen(String indicator, UUID area, String subgroup, Period period, Calendar calendar) {
        requireUnlocked(indicator, area, subgroup, period, calendar);
        Optional<Unit> own = units.ofMember(actor.username()).filter(unit -> unit.kind() != UnitKind.COMPILER);
        if (own.isPresent()) {
            refuseByForm(own.get(), indicator, area, subgroup, period, calendar);
        }
    }

    private void refuseByForm(
            Unit unit, String indicator, UUID area, String subgroup, Period period, Calendar calendar) {
        for (Form form : forms.all()) {
            Period reported = form.frequency().containing(calendar.lastDay(period), calendar);
            Optional<Form.Version> version = form.inForce(reported)
                    .filter(one -> form.calendar() == calendar)
                    .filter(one -> one.units().contains(unit.id()))
                    .filter(one -> one.lines().stream()
                            .filter(line -> line.indicator().equals(indicator))
                            .filter(line -> line.subgroup().equals(subgroup))
                            .filter(line -> line.span().of(reported).equals(period))
                            .anyMatch(line -> isThere(line, unit, area, calendar.lastDay(reported))));
            if (version.isPresent()) {
                throw Refusal.conflict(
                        "figure-by-form",
                        "indicator",
                        indicator,
                        "period",
                        period,
                        "form",
                        version.get().name());
            }
        }
    }

    private boolean isThere(FormLine line, Unit unit, UUID area, LocalDate on) {
        UUID own = areas.resolve(unit.area(), "/area");
        return switch (line.place()) {
            case OWN -> own.equals(area);
            case INSIDE -> areas.inside(own, on).containsKey(area);
        };
    }
}
