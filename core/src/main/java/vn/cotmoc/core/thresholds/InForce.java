package vn.cotmoc.core.thresholds;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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

    public Set<UUID> identifiers() {
        return byScope.values().stream().map(Threshold::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
