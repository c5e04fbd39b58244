package vn.cotmoc.core.thresholds;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The thresholds that hold on one day, by whose they are; asked for thousands of targets. */
public record InForce(Map<Scope, Threshold> byScope) {

    /** The province's default (nulls), an indicator's own, or its own in a place. */
    record Scope(@Nullable String indicator, @Nullable UUID area) {

        static Scope of(Threshold threshold) {
            return new Scope(threshold.indicator(), threshold.area());
        }
    }

    /** The province's default, then indicators' own by code, each before its own in places. */
    static final Comparator<Threshold> BY_SCOPE = Comparator.comparing(
            threshold -> Objects.toString(threshold.indicator(), "") + " " + Objects.toString(threshold.area(), ""));

    private static final Scope PROVINCE = new Scope(null, null);

    public InForce {
        byScope = Map.copyOf(byScope);
    }

    /** For the indicator in a place; empty only before the province's first default. */
    public Optional<Threshold> of(String indicator, UUID area) {
        Threshold found = byScope.get(new Scope(indicator, area));
        if (found == null) {
            found = byScope.get(new Scope(indicator, null));
        }
        return Optional.ofNullable(found == null ? byScope.get(PROVINCE) : found);
    }

    /** The province's default; empty only before its first. */
    public Optional<Threshold> ofProvince() {
        return Optional.ofNullable(byScope.get(PROVINCE));
    }

    /** Indicators' own, by code. */
    public List<Threshold> ofIndicators() {
        return own(threshold -> threshold.indicator() != null && threshold.area() == null);
    }

    /** Indicators' own in single places, by code and place. */
    public List<Threshold> ofAreas() {
        return own(threshold -> threshold.area() != null);
    }

    private List<Threshold> own(Predicate<Threshold> wanted) {
        return byScope.values().stream().filter(wanted).sorted(BY_SCOPE).toList();
    }

    public Set<UUID> identifiers() {
        return byScope.values().stream().map(Threshold::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
