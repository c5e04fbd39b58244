package vn.cotmoc.core.scoring;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.observations.Calculation;
import vn.cotmoc.core.observations.FiguresOf;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.trajectories.Checkpoint.Subject;

/** The figures of targets as they were known on a day, those that are calculated among them. */
@Singleton
public class KnownFigures {

    /** Years before the targets' periods: what is called the best ever is the best of these, and forecasts are drawn from them. */
    static final int LOOKS_BACK = 10;

    private final IndicatorView indicators;
    private final ObservationView observations;

    KnownFigures(IndicatorView indicators, ObservationView observations) {
        this.indicators = indicators;
        this.observations = observations;
    }

    /** One indicator, place and part by one calendar. */
    public record Series(Subject subject, Calendar calendar) {}

    /** What was known on the day, and what is calculated from it. */
    public record Known(List<Indicator> calculated, Map<Series, List<Observation>> reported) {

        /**
         * Vintages of the target's indicator, place and part: those by the legal calendar where only they speak of the target's
         * period or part of it, else those by the civil one.
         */
        public List<Observation> of(TargetLine line) {
            Subject subject = Subject.of(line.target());
            List<Observation> civil = of(subject);
            List<Observation> legal = of(subject, Calendar.LEGAL);
            Period period = line.target().period();
            return !speaks(civil, period) && speaks(legal, period) ? legal : civil;
        }

        /** By the civil calendar. */
        public List<Observation> of(Subject subject) {
            return of(subject, Calendar.CIVIL);
        }

        private List<Observation> of(Subject subject, Calendar calendar) {
            return new Calculation(
                            calculated,
                            code -> reported.getOrDefault(
                                    new Series(new Subject(code, subject.area(), subject.subgroup()), calendar),
                                    List.of()))
                    .of(subject.indicator());
        }

        private static boolean speaks(List<Observation> figures, Period period) {
            return figures.stream().anyMatch(figure -> period.contains(figure.period()));
        }
    }

    /** Of the targets' own periods and of the years before. */
    public Known of(Collection<TargetLine> targets, LocalDate day) {
        return of(targets, targets.stream().map(line -> line.target().period()).toList(), day);
    }

    /** @param periods of all of a plan's targets: what is seen of a series does not depend on which of them ask */
    Known of(Collection<TargetLine> some, Collection<Period> periods, LocalDate day) {
        if (some.isEmpty()) {
            return new Known(List.of(), Map.of());
        }
        List<Indicator> calculated =
                some.stream().anyMatch(line -> line.indicator().calculation().isPresent())
                        ? indicators.calculated()
                        : List.of();
        Map<String, Set<String>> needs = new HashMap<>();
        Set<ObservationView.Subject> needed = new LinkedHashSet<>();
        for (TargetLine line : some) {
            for (String code : needs.computeIfAbsent(
                    line.indicator().code(), wanted -> Calculation.needed(Set.of(wanted), calculated))) {
                needed.add(new ObservationView.Subject(
                        code, line.target().area(), line.target().subgroup()));
            }
        }
        LocalDate from = periods.stream()
                .map(Period::firstDay)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minusYears(LOOKS_BACK);
        LocalDate to = periods.stream()
                .map(Period::lastDay)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Known(
                calculated,
                observations.of(needed, day, from, to).stream().collect(Collectors.groupingBy(KnownFigures::series)));
    }

    /** Which figures are others when these change: themselves and what is calculated from them in the same place. */
    public Set<FiguresOf> reached(Set<FiguresOf> changed) {
        List<Indicator> calculated = indicators.calculated();
        Set<FiguresOf> reached = new HashSet<>(changed);
        for (Indicator indicator : calculated) {
            Set<String> needed = Calculation.needed(Set.of(indicator.code()), calculated);
            changed.stream()
                    .filter(figures -> needed.contains(figures.indicator()))
                    .forEach(figures -> reached.add(new FiguresOf(indicator.code(), figures.area())));
        }
        return reached;
    }

    private static Series series(Observation observation) {
        return new Series(
                new Subject(observation.indicator(), observation.area(), observation.subgroup()),
                observation.calendar());
    }
}
