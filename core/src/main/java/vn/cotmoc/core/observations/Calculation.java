package vn.cotmoc.core.observations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.core.indicators.Formula;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.periods.Period;

/**
 * Figures of calculated indicators: for each period without a reported one in which every indicator of the formula has a figure,
 * the newest of each are taken. A figure is missing where one of them is, where a divisor is zero, or where the formula comes back to the indicator itself: no such one is taken, but what
 * is stored is read whatever it says.
 */
public final class Calculation {

    private final Map<String, Indicator> indicators;
    private final Function<String, List<Observation>> reported;
    private final Map<String, List<Observation>> done = new HashMap<>();

    /**
     * @param calculated the province's calculated indicators
     * @param reported vintages, known on the day, of an indicator in one place and part by one calendar
     */
    public Calculation(Collection<Indicator> calculated, Function<String, List<Observation>> reported) {
        this.indicators = calculated.stream().collect(Collectors.toMap(Indicator::code, indicator -> indicator));
        this.reported = reported;
    }

    /** All vintages of what was reported, and of every other period the figure that is calculated. */
    public List<Observation> of(String code) {
        List<Observation> known = done.get(code);
        if (known != null) {
            return known;
        }
        List<Observation> told = reported.apply(code);
        List<Observation> figures = Optional.ofNullable(indicators.get(code))
                .filter(indicator -> !needsItself(indicator))
                .flatMap(Indicator::calculation)
                .map(formula -> together(told, calculated(code, formula)))
                .orElse(told);
        done.put(code, figures);
        return figures;
    }

    private boolean needsItself(Indicator indicator) {
        return needsItself(indicator, indicators.values());
    }

    /** Whether its calculation comes back to it, directly or through others: then nothing is calculated of it. */
    public static boolean needsItself(Indicator indicator, Collection<Indicator> calculated) {
        return indicator
                .calculation()
                .filter(formula -> needed(formula.codes(), calculated).contains(indicator.code()))
                .isPresent();
    }

    /** All indicators whose figures the given ones need, themselves included. */
    public static Set<String> needed(Collection<String> codes, Collection<Indicator> calculated) {
        Map<String, Formula> formulas = new HashMap<>();
        for (Indicator indicator : calculated) {
            indicator.calculation().ifPresent(formula -> formulas.put(indicator.code(), formula));
        }
        Set<String> needed = new LinkedHashSet<>();
        List<String> toVisit = new ArrayList<>(codes);
        while (!toVisit.isEmpty()) {
            String next = toVisit.removeLast();
            if (needed.add(next) && formulas.containsKey(next)) {
                toVisit.addAll(formulas.get(next).codes());
            }
        }
        return needed;
    }

    private static List<Observation> together(List<Observation> reported, List<Observation> calculated) {
        Set<Period> told = reported.stream().map(Observation::period).collect(Collectors.toSet());
        return Stream.concat(reported.stream(), calculated.stream().filter(figure -> !told.contains(figure.period())))
                .toList();
    }

    private List<Observation> calculated(String code, Formula formula) {
        Map<String, Map<Period, Observation>> operands =
                formula.codes().stream().collect(Collectors.toMap(operand -> operand, operand -> newest(of(operand))));
        Set<Period> periods = operands.values().stream()
                .map(Map::keySet)
                .min(Comparator.comparingInt(Set::size))
                .orElse(Set.of());
        return periods.stream()
                .sorted()
                .flatMap(period -> calculated(code, formula, period, operands).stream())
                .toList();
    }

    private static Optional<Observation> calculated(
            String code, Formula formula, Period period, Map<String, Map<Period, Observation>> operands) {
        Map<String, Observation> taken = new HashMap<>();
        operands.forEach((operand, figures) -> {
            Observation figure = figures.get(period);
            if (figure != null) {
                taken.put(operand, figure);
            }
        });
        return formula.value(operand -> Optional.ofNullable(taken.get(operand)).map(Observation::amount))
                .map(amount -> {
                    Observation last =
                            taken.values().stream().max(Observation.BY_CREDENCE).orElseThrow();
                    return new Observation(
                            last.id(),
                            code,
                            last.area(),
                            last.subgroup(),
                            period,
                            last.calendar(),
                            taken.values().stream()
                                    .map(Observation::status)
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow(),
                            amount,
                            last.knownOn(),
                            taken.values().stream().allMatch(Observation::knownOnStated),
                            "= " + formula,
                            null,
                            null,
                            last.recordedAt(),
                            last.recordedBy());
                });
    }

    /** For each period what is believed. */
    public static Map<Period, Observation> newest(Collection<Observation> vintages) {
        return vintages.stream()
                .collect(Collectors.toMap(
                        Observation::period,
                        vintage -> vintage,
                        (one, other) -> Observation.BY_CREDENCE.compare(one, other) >= 0 ? one : other));
    }
}
