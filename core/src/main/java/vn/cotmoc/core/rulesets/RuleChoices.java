package vn.cotmoc.core.rulesets;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All choices that a province made; answers which one holds. A plan's own outranks the province's. */
public record RuleChoices(List<RuleChoice> versions) {

    private static final Comparator<RuleChoice> BY_FORCE =
            Comparator.comparing(RuleChoice::validFrom).thenComparing(RuleChoice::version);

    public RuleChoices {
        versions = List.copyOf(versions);
    }

    /** In force on the day for a plan, or with null for the province; empty where nothing was chosen by then. */
    public Optional<RuleChoice> inForce(@Nullable UUID plan, LocalDate day) {
        return begun(plan, day).or(() -> begun(null, day));
    }

    private Optional<RuleChoice> begun(@Nullable UUID plan, LocalDate day) {
        return of(plan).filter(choice -> !choice.validFrom().isAfter(day)).max(BY_FORCE);
    }

    /** The newest version of the province's choice (null) or of the plan's own. */
    public Optional<RuleChoice> newest(@Nullable UUID plan) {
        return of(plan).max(Comparator.comparing(RuleChoice::version));
    }

    private Stream<RuleChoice> of(@Nullable UUID plan) {
        return versions.stream().filter(choice -> Objects.equals(choice.plan(), plan));
    }
}
