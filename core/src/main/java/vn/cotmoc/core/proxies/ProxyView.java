package vn.cotmoc.core.proxies;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.observations.Calculation;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.TargetStore;

/** How the proxy of a target's indicator goes, in the target's place, part and period. */
@Singleton
public class ProxyView {

    /** A year of months: how it goes, not how it ever went. */
    private static final int MOST = 12;

    private final TargetStore targets;
    private final IndicatorView indicators;
    private final ObservationView observations;

    ProxyView(TargetStore targets, IndicatorView indicators, ObservationView observations) {
        this.targets = targets;
        this.indicators = indicators;
        this.observations = observations;
    }

    /** Empty where the target's indicator has no proxy. @throws Refusal {@code unknown-target} */
    @Transactional(readOnly = true)
    public Optional<Proxy> of(UUID target, LocalDate day) {
        Target aimed = targets.require(target);
        return Optional.ofNullable(indicators.require(aimed.indicator()).proxy())
                .map(indicators::require)
                .map(proxy -> new Proxy(proxy, figures(proxy, aimed, day)));
    }

    /** By the legal calendar only where nothing is said by the civil one. */
    private List<Observation> figures(Indicator proxy, Target target, LocalDate day) {
        List<Indicator> calculated = proxy.calculation().isPresent() ? indicators.calculated() : List.of();
        Set<ObservationView.Subject> needed = Calculation.needed(Set.of(proxy.code()), calculated).stream()
                .map(code -> new ObservationView.Subject(code, target.area(), target.subgroup()))
                .collect(Collectors.toSet());
        Map<Calendar, List<Observation>> known =
                observations
                        .of(
                                needed,
                                day,
                                target.period().firstDay(),
                                target.period().lastDay())
                        .stream()
                        .collect(Collectors.groupingBy(Observation::calendar));
        return Stream.of(Calendar.CIVIL, Calendar.LEGAL)
                .map(calendar -> believed(proxy, calculated, known.getOrDefault(calendar, List.of())))
                .map(figures -> newest(figures, target))
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .orElse(List.of());
    }

    private static Collection<Observation> believed(
            Indicator proxy, List<Indicator> calculated, List<Observation> known) {
        Map<String, List<Observation>> reported = known.stream().collect(Collectors.groupingBy(Observation::indicator));
        return Calculation.newest(
                        new Calculation(calculated, code -> reported.getOrDefault(code, List.of())).of(proxy.code()))
                .values();
    }

    private static List<Observation> newest(Collection<Observation> figures, Target target) {
        return figures.stream()
                .filter(figure -> target.period().contains(figure.period()))
                .sorted(Comparator.comparing(Observation::period).reversed())
                .limit(MOST)
                .toList();
    }
}
