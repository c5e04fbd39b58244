package vn.cotmoc.core.submissions;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.areas.AreaStore;
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
import vn.cotmoc.core.units.UnitView;

/**
 * What a report holds, from when it is begun, takes no vintage by hand from anyone, and what a form asks of a unit none from that
 * unit: it reaches the province through the report, so that a second person approves it. What no report holds is entered by hand.
 */
@Singleton
final class ReportGate implements FigureGate {

    private final SubmissionView view;
    private final FormView forms;
    private final UnitView units;
    private final AreaView areas;
    private final AreaStore map;
    private final CurrentActor actor;

    ReportGate(SubmissionView view, FormView forms, UnitView units, AreaView areas, AreaStore map, CurrentActor actor) {
        this.view = view;
        this.forms = forms;
        this.units = units;
        this.areas = areas;
        this.map = map;
        this.actor = actor;
    }

    @Override
    public void requireUnapproved(Point figure) {
        for (Submission submission : view.held(figure)) {
            if (submission.status().isApproved()) {
                throw refusal(figure, submission);
            }
        }
    }

    @Override
    public Guard guard() {
        return new OfUnit(units.ofMember(actor.username()).orElseThrow());
    }

    private Map<Point, Refusal> inReports(Collection<Point> figures) {
        Map<Point, Refusal> closed = new HashMap<>();
        view.holding(figures).forEach((figure, submission) -> closed.put(figure, refusal(figure, submission)));
        return closed;
    }

    private Refusal refusal(Point figure, Submission submission) {
        String unit = units.require(submission.unit()).name();
        return submission.status().isLocked()
                ? Refusal.conflict(
                        "figure-locked",
                        "indicator",
                        figure.series().indicator(),
                        "period",
                        figure.period(),
                        "unit",
                        unit)
                : inReport(figure.series().indicator(), figure.period(), submission, unit);
    }

    private Refusal inReport(String indicator, Period period, Submission submission, String unit) {
        return Refusal.conflict(
                "figure-in-report",
                "indicator",
                indicator,
                "period",
                period,
                "form",
                forms.require(submission.form()).newest().name(),
                "unit",
                unit,
                "status",
                submission.status());
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
            Map<Point, Refusal> closed = inReports(figures);
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

        @Override
        public void settle(String recordedBy, Instant recordedAt) {
            map.holdProvince();
            view.begunAround(recordedBy, recordedAt).ifPresent(late -> {
                throw inReport(
                        late.indicator(),
                        late.period(),
                        late.submission(),
                        units.require(late.submission().unit()).name());
            });
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
