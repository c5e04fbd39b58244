package vn.cotmoc.core.thresholds;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The thresholds that hold on one day, by whose they are; asked for thousands of targets. */
public record InForce(Map<Scope, Threshold> byScope) {

    public InForce {
        byScope = Map.copyOf(byScope);
    }

    /** For the indicator in a place; empty only before the nation's first. */
    public Optional<Threshold> of(String indicator, UUID area) {
        Threshold found = byScope.get(new Scope.Place(indicator, area));
        if (found == null) {
            found = byScope.get(new Scope.Indicator(indicator));
        }
        if (found == null) {
            found = byScope.get(Scope.PROVINCE);
        }
        return Optional.ofNullable(found == null ? byScope.get(Scope.NATION) : found);
    }

    /** Empty where nobody of that scope has set any, or has withdrawn it. */
    public Optional<Threshold> of(Scope scope) {
        return Optional.ofNullable(byScope.get(scope));
    }

    /** Indicators' own, by code. */
    public List<Threshold> ofIndicators() {
        return in(Scope.Indicator.class);
    }

    /** Indicators' own in single places, by code and place. */
    public List<Threshold> ofAreas() {
        return in(Scope.Place.class);
    }

    private List<Threshold> in(Class<? extends Scope> kind) {
        return byScope.values().stream()
                .filter(threshold -> kind.isInstance(threshold.scope()))
                .sorted(Comparator.comparing(Threshold::scope, Scope.IN_ORDER))
                .toList();
    }

    /** Without the nation's where the province's own outranks it everywhere, so that a change of it changes no run there. */
    public Set<UUID> identifiers() {
        Stream<Threshold> ruling = byScope.values().stream();
        if (byScope.containsKey(Scope.PROVINCE)) {
            ruling = ruling.filter(threshold -> !(threshold.scope() instanceof Scope.Nation));
        }
        return ruling.map(Threshold::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
