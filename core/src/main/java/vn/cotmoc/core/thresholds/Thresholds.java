package vn.cotmoc.core.thresholds;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All versions that rate a province's targets: its own and the nation's; answers which one holds.
 *
 * @param elsewhere of a nation in another installation, by which runs were made that the province brought along; none of them holds
 */
public record Thresholds(List<Threshold> versions, List<Threshold> elsewhere) {

    private static final Comparator<Threshold> BY_FORCE =
            Comparator.comparing(Threshold::validFrom).thenComparing(Threshold::version);
    private static final Comparator<Threshold> BY_SCOPE = Comparator.comparing(Threshold::scope, Scope.IN_ORDER);

    public Thresholds {
        versions = List.copyOf(versions);
        elsewhere = List.copyOf(elsewhere);
    }

    public Thresholds(List<Threshold> versions) {
        this(versions, List.of());
    }

    /** Those in force on the day. */
    public InForce on(LocalDate day) {
        Map<Scope, Threshold> newest = versions.stream()
                .filter(threshold -> !threshold.validFrom().isAfter(day))
                .collect(Collectors.toMap(Threshold::scope, Function.identity(), BinaryOperator.maxBy(BY_FORCE)));
        newest.values().removeIf(Threshold::withdrawn);
        return new InForce(newest);
    }

    /** Those of these identifiers, which were in force together. */
    public InForce only(Set<UUID> identifiers) {
        return new InForce(Stream.concat(versions.stream(), elsewhere.stream())
                .filter(threshold -> identifiers.contains(threshold.id()))
                .collect(Collectors.toMap(Threshold::scope, Function.identity())));
    }

    public Optional<Threshold> newest(Scope scope) {
        return versions.stream()
                .filter(threshold -> threshold.scope().equals(scope))
                .max(Comparator.comparing(Threshold::version));
    }

    /** Those that will hold from a later day on, by that day; of those of one scope and day only the newest will. */
    public List<Threshold> after(LocalDate day) {
        return versions.stream()
                .filter(threshold -> threshold.validFrom().isAfter(day))
                .collect(Collectors.toMap(
                        threshold -> new Beginning(threshold.scope(), threshold.validFrom()),
                        Function.identity(),
                        BinaryOperator.maxBy(BY_FORCE)))
                .values()
                .stream()
                .sorted(Comparator.comparing(Threshold::validFrom).thenComparing(BY_SCOPE))
                .toList();
    }

    private record Beginning(Scope scope, LocalDate validFrom) {}

    /** All versions: the nation's, the province's default, indicators' own by code, their own in places; of each the newest first. */
    public List<Threshold> history() {
        return versions.stream()
                .sorted(BY_SCOPE.thenComparing(
                        Comparator.comparing(Threshold::version).reversed()))
                .toList();
    }
}
