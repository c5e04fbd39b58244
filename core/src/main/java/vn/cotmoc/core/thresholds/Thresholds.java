package vn.cotmoc.core.thresholds;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All versions that a province has; answers which one holds. An indicator's own outranks the province's default, and its own in a
 * place outranks both.
 */
public record Thresholds(List<Threshold> versions) {

    private static final Comparator<Threshold> BY_FORCE =
            Comparator.comparing(Threshold::validFrom).thenComparing(Threshold::version);

    public Thresholds {
        versions = List.copyOf(versions);
    }

    /** Those in force on the day. */
    public InForce on(LocalDate day) {
        return new InForce(versions.stream()
                .filter(threshold -> !threshold.validFrom().isAfter(day))
                .collect(Collectors.toMap(InForce.Scope::of, Function.identity(), BinaryOperator.maxBy(BY_FORCE))));
    }

    /** Those of these identifiers, which were in force together. */
    public InForce only(Set<UUID> identifiers) {
        return new InForce(versions.stream()
                .filter(threshold -> identifiers.contains(threshold.id()))
                .collect(Collectors.toMap(InForce.Scope::of, Function.identity())));
    }

    /** The newest version of the province's default (nulls), of the indicator's own, or of its own in a place. */
    public Optional<Threshold> newest(@Nullable String indicator, @Nullable UUID area) {
        return of(indicator, area).max(Comparator.comparing(Threshold::version));
    }

    /** Those that will hold from a later day on, by that day; of those of one scope and day only the newest will. */
    public List<Threshold> after(LocalDate day) {
        return versions.stream()
                .filter(threshold -> threshold.validFrom().isAfter(day))
                .collect(Collectors.toMap(
                        threshold -> new Beginning(InForce.Scope.of(threshold), threshold.validFrom()),
                        Function.identity(),
                        BinaryOperator.maxBy(BY_FORCE)))
                .values()
                .stream()
                .sorted(Comparator.comparing(Threshold::validFrom).thenComparing(InForce.BY_SCOPE))
                .toList();
    }

    private record Beginning(InForce.Scope scope, LocalDate validFrom) {}

    /** All versions: the province's default, indicators' own by code, their own in places; of each the newest first. */
    public List<Threshold> history() {
        return versions.stream()
                .sorted(InForce.BY_SCOPE.thenComparing(
                        Comparator.comparing(Threshold::version).reversed()))
                .toList();
    }

    private Stream<Threshold> of(@Nullable String indicator, @Nullable UUID area) {
        return versions.stream()
                .filter(threshold ->
                        Objects.equals(threshold.indicator(), indicator) && Objects.equals(threshold.area(), area));
    }
}
