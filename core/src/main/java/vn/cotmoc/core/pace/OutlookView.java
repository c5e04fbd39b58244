package vn.cotmoc.core.pace;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.Calculation;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Expectation;
import vn.cotmoc.core.scoring.KnownFigures;
import vn.cotmoc.core.scoring.RequiredPace;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.scoring.TargetLines;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.trajectories.Trajectory;
import vn.cotmoc.core.trajectories.TrajectoryView;

/** A target's way through its period: what is expected, what came, what is needed. */
@Singleton
public class OutlookView {

    private final TargetLines lines;
    private final KnownFigures figures;
    private final TrajectoryView trajectories;

    OutlookView(TargetLines lines, KnownFigures figures, TrajectoryView trajectories) {
        this.lines = lines;
        this.figures = figures;
        this.trajectories = trajectories;
    }

    /** @throws Refusal {@code unknown-target} */
    @Transactional(readOnly = true)
    public Outlook of(UUID target, LocalDate day) {
        TargetLine line = lines.require(target, day);
        List<Observation> known = figures.of(List.of(line), day).of(line);
        Trajectory inForce = trajectories.inForce(List.of(target), day).get(target);
        return new Outlook(
                line,
                inForce,
                trajectories.history(target),
                assumed(line, inForce, known),
                Calculation.newest(known).values().stream()
                        .filter(figure -> line.target().period().contains(figure.period()))
                        .sorted(Comparator.comparing(Observation::period))
                        .toList(),
                RequiredPace.of(line, known));
    }

    private static List<Outlook.Point> assumed(TargetLine line, @Nullable Trajectory inForce, List<Observation> known) {
        Period whole = line.target().period();
        List<Outlook.Point> points = new ArrayList<>();
        if (line.indicator().summation().inTime() == InTime.SUM && line.target().basis() == Basis.PERIOD) {
            int step = whole.isTerm() ? 12 : 1;
            for (YearMonth last = whole.first().plusMonths(step - 1);
                    last.isBefore(whole.last());
                    last = last.plusMonths(step)) {
                if (Period.exists(whole.first(), last)) {
                    Period months = new Period(whole.first(), last);
                    Expectation.of(line, inForce, months, known)
                            .filter(expected -> saysMore(expected, line, inForce, months))
                            .map(expected -> point(expected, line))
                            .ifPresent(points::add);
                }
            }
        }
        return points;
    }

    /** Whether it speaks of the very months, and is no checkpoint as it was given. */
    private static boolean saysMore(
            Expectation expected, TargetLine line, @Nullable Trajectory inForce, Period months) {
        return expected.months().equals(months)
                && (inForce == null || !inForce.path(line.target()).containsKey(months));
    }

    private static Outlook.Point point(Expectation expected, TargetLine line) {
        Amount amount = expected.amount(line.revision().aim().amount()).orElse(null);
        return switch (expected) {
            case Expectation.Stated stated ->
                new Outlook.Point(stated.months(), stated.origin(), null, amount, List.of());
            case Expectation.Between between ->
                new Outlook.Point(between.months(), between.origin(), null, amount, between.years());
            case Expectation.Assumed assumed ->
                new Outlook.Point(
                        assumed.months(),
                        assumed.origin(),
                        assumed.assumption().share(),
                        amount,
                        assumed.assumption().years());
        };
    }
}
