package vn.cotmoc.core.submissions;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.forms.Form;
import vn.cotmoc.core.forms.FormLine;
import vn.cotmoc.core.forms.FormView;
import vn.cotmoc.core.observations.FigureGate;
import vn.cotmoc.core.observations.Point;
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
    public void requireUnlocked(Point figure) {
        Refusal locked = locked(List.of(figure)).get(figure);
        if (locked != null) {
            throw locked;
        }
    }

    @Override
    public Guard guard() {
        return units.ofMember(actor.username())
                .filter(unit -> unit.kind() != UnitKind.COMPILER)
                .<Guard>map(OfUnit::new)
                .orElse(this::locked);
    }

    private Map<Point, Refusal> locked(Collection<Point> figures) {
        Map<Point, Submission> locking = view.locking(figures);
        Map<UUID, String> names = new HashMap<>();
        Map<Point, Refusal> closed = new HashMap<>();
        locking.forEach((figure, submission) -> closed.put(
                figure,
                Refusal.conflict(
                        "figure-locked",
                        "indicator",
                        figure.series().indicator(),
                        "period",
                        figure.period(),
                        "unit",
                        names.computeIfAbsent(
                                submission.unit(), unit -> units.require(unit).name()))));
        return closed;
    }

    /** Of a unit whose forms ask for figures: its forms, and the places that they ask for, are read once. */
    private final class OfUnit implements Guard {

        private final UUID own;
        private final List<Asking> asking;
        private final Map<LocalDate, Set<UUID>> inside = new HashMap<>();

        private OfUnit(Unit unit) {
            this.own = areas.resolve(unit.area(), "/area");
            this.asking = forms.all().stream()
                    .flatMap(form -> form.versions().stream()
                            .filter(version -> version.units().contains(unit.id()))
                            .map(version -> new Asking(form, version)))
                    .toList();
        }

        @Override
        public Map<Point, Refusal> closed(Collection<Point> figures) {
            Map<Point, Refusal> closed = locked(figures);
            for (Point figure : figures) {
                if (!closed.containsKey(figure)) {
                    asking.stream()
                            .filter(one -> asks(one, figure))
                            .findFirst()
                            .ifPresent(one -> closed.put(figure, byForm(one, figure)));
                }
            }
            return closed;
        }

        private static Refusal byForm(Asking asking, Point figure) {
            return Refusal.conflict(
                    "figure-by-form",
                    "indicator",
                    figure.series().indicator(),
                    "period",
                    figure.period(),
                    "form",
                    asking.version().name());
        }

        private boolean asks(Asking asking, Point figure) {
            Calendar calendar = figure.series().calendar();
            Form form = asking.form();
            Period reported = form.frequency().containing(calendar.lastDay(figure.period()), calendar);
            return form.calendar() == calendar
                    && form.inForce(reported)
                            .filter(version ->
                                    version.number() == asking.version().number())
                            .isPresent()
                    && asking.version().lines().stream()
                            .filter(line ->
                                    line.indicator().equals(figure.series().indicator()))
                            .filter(line ->
                                    line.subgroup().equals(figure.series().subgroup()))
                            .filter(line -> line.span().of(reported).equals(figure.period()))
                            .anyMatch(line -> isThere(line, figure.series().area(), calendar.lastDay(reported)));
        }

        private boolean isThere(FormLine line, UUID area, LocalDate on) {
            return switch (line.place()) {
                case OWN -> own.equals(area);
                case INSIDE ->
                    inside.computeIfAbsent(on, day -> areas.inside(own, day).keySet())
                            .contains(area);
            };
        }
    }

    /** A version of a form that asks the unit. */
    private record Asking(Form form, Form.Version version) {}
}
