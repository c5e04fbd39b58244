package vn.cotmoc.core.scoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.observations.Calculation;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.thresholds.ThresholdView;
import vn.cotmoc.core.thresholds.Thresholds;

/** Assesses a plan as of a day, from the vintages, revisions and thresholds of that day. It writes nothing. */
@Singleton
public class AssessPlan {

    private final PlanStore plans;
    private final TargetLines lines;
    private final IndicatorView indicators;
    private final ObservationView observations;
    private final ThresholdView thresholds;
    private final RuleSets ruleSets;
    private final ScoringEngine engine;

    AssessPlan(
            PlanStore plans,
            TargetLines lines,
            IndicatorView indicators,
            ObservationView observations,
            ThresholdView thresholds,
            RuleSets ruleSets,
            ScoringEngine engine) {
        this.plans = plans;
        this.lines = lines;
        this.indicators = indicators;
        this.observations = observations;
        this.thresholds = thresholds;
        this.ruleSets = ruleSets;
        this.engine = engine;
    }

    /** @throws Refusal {@code unknown-plan}; {@code no-threshold} before the province's first one holds */
    @Transactional(readOnly = true)
    public Assessment assess(UUID planId, LocalDate day, Aims aims) {
        Plan plan = plans.require(planId);
        List<TargetLine> targets = lines.of(plan.id(), day, aims);
        Known known = known(targets, day);
        Thresholds province = thresholds.all();
        RuleSet ruleSet = ruleSets.inForce();
        List<Assessed> assessed = new ArrayList<>();
        for (TargetLine line : targets) {
            Threshold threshold = province.inForce(line.indicator().code(), day)
                    .orElseThrow(() -> Refusal.invalid("no-threshold", "asOf", "day", day));
            List<Observation> figures = isMeasuredWithItsWhole(line, targets) ? List.of() : known.of(line);
            assessed.add(new Assessed(line, threshold, Features.of(line, figures, threshold.cutPoints(), day)));
        }
        List<Verdict> verdicts = engine.score(
                ruleSet,
                assessed.stream().map(one -> one.features().facts(one.line())).toList());
        List<Explanation> explanations = new ArrayList<>();
        for (int i = 0; i < assessed.size(); i++) {
            explanations.add(Explain.of(assessed.get(i), verdicts.get(i), ruleSet));
        }
        return new Assessment(
                plan,
                day,
                aims,
                new Assessment.RuleSetId(ruleSet.id(), ruleSet.version(), ruleSet.sha256()),
                engine.identity(),
                explanations);
    }

    /** Figures are of places and parts of the people, not of units: those of the whole are not what one unit did of it. */
    private static boolean isMeasuredWithItsWhole(TargetLine part, List<TargetLine> targets) {
        Target target = part.target();
        return target.assignedTo() != null
                && targets.stream()
                        .map(TargetLine::target)
                        .anyMatch(whole -> whole.id().equals(target.parent())
                                && whole.area().equals(target.area())
                                && whole.subgroup().equals(target.subgroup()));
    }

    private Known known(List<TargetLine> targets, LocalDate day) {
        if (targets.isEmpty()) {
            return new Known(List.of(), Map.of());
        }
        List<Period> periods =
                targets.stream().map(line -> line.target().period()).toList();
        LocalDate from = periods.stream()
                .map(Period::firstDay)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate to = periods.stream()
                .map(Period::lastDay)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Indicator> calculated =
                targets.stream().anyMatch(line -> line.indicator().formula() != null)
                        ? indicators.calculated()
                        : List.of();
        Set<String> needed = Calculation.needed(
                targets.stream().map(line -> line.indicator().code()).toList(), calculated);
        return new Known(
                calculated,
                observations.knownOn(day, needed, from, to).stream().collect(Collectors.groupingBy(Series::of)));
    }

    /** What was known on the day, and what is calculated from it. */
    private record Known(List<Indicator> calculated, Map<Series, List<Observation>> reported) {

        /** By the civil calendar if there is a figure for the target's period or part of it, else by the legal one. */
        List<Observation> of(TargetLine line) {
            Period period = line.target().period();
            List<Observation> civil = of(Series.of(line, Calendar.CIVIL));
            return civil.stream().anyMatch(figure -> period.contains(figure.period()))
                    ? civil
                    : of(Series.of(line, Calendar.LEGAL));
        }

        private List<Observation> of(Series wanted) {
            return new Calculation(calculated, code -> reported.getOrDefault(wanted.of(code), List.of()))
                    .of(wanted.indicator());
        }
    }

    private record Series(String indicator, UUID area, String subgroup, Calendar calendar) {

        static Series of(Observation observation) {
            return new Series(
                    observation.indicator(), observation.area(), observation.subgroup(), observation.calendar());
        }

        /** Another indicator's in the same place and part, by the same calendar. */
        Series of(String other) {
            return new Series(other, area, subgroup, calendar);
        }

        static Series of(TargetLine line, Calendar calendar) {
            return new Series(
                    line.indicator().code(), line.target().area(), line.target().subgroup(), calendar);
        }
    }

    /** A target with what was computed of it. */
    record Assessed(TargetLine line, Threshold threshold, Features features) {}
}
