package vn.cotmoc.web.wire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;

/**
 * A page by key.
 *
 * @param next pass it as {@code after} for the next page; null on the last one
 */
@Serdeable
public record Page<T>(List<T> items, @Nullable String next) implements Listing<T> {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    @Override
    public List<T> rows() {
        return items;
    }

    /** @throws Refusal {@code limit-range} unless it is 1 to 200 */
    public static int limit(@Nullable Integer limit) {
        return limit(limit, USUAL, MOST);
    }

    /** For things that are small, or come as a whole. @throws Refusal {@code limit-range} unless it is 1 to {@code most} */
    public static int limit(@Nullable Integer limit, int usual, int most) {
        if (limit == null) {
            return usual;
        }
        if (limit < 1 || limit > most) {
            throw Refusal.invalid("limit-range", "limit", "limit", limit, "most", most);
        }
        return limit;
    }

    /** @param found up to limit + 1 things; one more than the limit means that there is a next page */
    public static <S, T> Page<T> of(List<S> found, int limit, Function<S, String> key, Function<S, T> toJson) {
        List<S> items = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit ? key.apply(items.getLast()) : null;
        return new Page<>(items.stream().map(toJson).toList(), next);
    }
}
