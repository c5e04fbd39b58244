package vn.cotmoc.core.thresholds;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All versions that a province has; answers which one holds. An indicator's own outranks the province's default. */
public record Thresholds(List<Threshold> versions) {

    private static final Comparator<Threshold> BY_FORCE =
            Comparator.comparing(Threshold::validFrom).thenComparing(Threshold::version);

    public Thresholds {
        versions = List.copyOf(versions);
    }

    /** In force on the day for the indicator; empty only before the province's first default. */
    public Optional<Threshold> inForce(String indicator, LocalDate day) {
        Predicate<Threshold> begun = threshold -> !threshold.validFrom().isAfter(day);
        return of(indicator)
                .filter(begun)
                .max(BY_FORCE)
                .or(() -> of(null).filter(begun).max(BY_FORCE));
    }

    /** The newest version of the province's default (null) or of the indicator's own. */
    public Optional<Threshold> newest(@Nullable String indicator) {
        return of(indicator).max(Comparator.comparing(Threshold::version));
    }

    private Stream<Threshold> of(@Nullable String indicator) {
        return versions.stream().filter(threshold -> Objects.equals(threshold.indicator(), indicator));
    }
}
