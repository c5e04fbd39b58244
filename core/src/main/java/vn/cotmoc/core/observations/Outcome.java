package vn.cotmoc.core.observations;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;

/**
 * How far one of many got: what was made of it, or why it was refused. Where one alone would be thrown out, the others go on.
 *
 * @param value null if it was refused
 * @param refusal null if it was not
 */
record Outcome<T>(@Nullable T value, @Nullable Refusal refusal) {

    static <T> Outcome<T> of(T value) {
        return new Outcome<>(value, null);
    }

    static <T> List<T> passed(List<Outcome<T>> outcomes) {
        return outcomes.stream()
                .map(Outcome::value)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    <U> Outcome<U> then(Function<T, U> next) {
        if (value == null) {
            return new Outcome<>(null, refusal);
        }
        try {
            return of(next.apply(value));
        } catch (Refusal refused) {
            return new Outcome<>(null, refused);
        }
    }

    /** @throws Refusal that it was refused by */
    T orThrow() {
        if (refusal != null) {
            throw refusal;
        }
        return Objects.requireNonNull(value);
    }
}
