package vn.cotmoc.web.audit;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.audit.Change;
import vn.cotmoc.core.names.Name;
import vn.cotmoc.core.names.NameView;

/**
 * One change of one thing.
 *
 * @param subject what sort of thing, e.g. indicator
 * @param key which one
 * @param name what it is called; null where the house knows no name for it
 * @param instrument the paper that decided it, in its own words
 */
@Serdeable
@Schema(name = "Change")
record ChangeJson(
        UUID id,
        Instant madeAt,
        String madeBy,

        @Schema(allowableValues = {"added", "changed", "withdrawn"})
        String act,

        String subject,
        String key,
        @Nullable String name,
        @Nullable String nameEn,
        List<FieldJson> fields,
        @Nullable String instrument) {

    /** @param named by identifier or code */
    static ChangeJson of(Change change, Map<String, Name> named) {
        Name name = named.get(thing(change.key()));
        Set<String> names = new TreeSet<>(change.was().keySet());
        names.addAll(change.became().keySet());
        return new ChangeJson(
                change.id(),
                change.madeAt(),
                change.madeBy(),
                change.act().code(),
                change.subject(),
                change.key(),
                name == null ? null : name.vi(),
                name == null ? null : name.en(),
                names.stream()
                        .map(field -> FieldJson.of(
                                field, change.was().get(field), change.became().get(field), named))
                        .toList(),
                change.instrument());
    }

    /** What a name may be known of: the thing itself, and what its fields point to. */
    static Stream<String> named(Change change) {
        return Stream.of(
                        Stream.of(thing(change.key())),
                        change.was().values().stream().filter(NameView::isIdentifier),
                        change.became().values().stream().filter(NameView::isIdentifier))
                .flatMap(keys -> keys);
    }

    /** The thing itself, of a key that says which part of it, like {@code …/3}. */
    private static String thing(String key) {
        int part = key.indexOf('/');
        return part > 0 && NameView.isIdentifier(key.substring(0, part)) ? key.substring(0, part) : key;
    }

    /**
     * A field before and after; null where there was or is none.
     *
     * @param wasName what that identifier stands for; null for everything else
     */
    @Serdeable
    @Schema(name = "ChangedField")
    record FieldJson(
            String name,
            @Nullable String was,
            @Nullable String wasName,
            @Nullable String wasNameEn,
            @Nullable String became,
            @Nullable String becameName,
            @Nullable String becameNameEn) {

        static FieldJson of(String field, @Nullable String was, @Nullable String became, Map<String, Name> named) {
            Name before = pointedTo(was, named);
            Name after = pointedTo(became, named);
            return new FieldJson(
                    field,
                    was,
                    before == null ? null : before.vi(),
                    before == null ? null : before.en(),
                    became,
                    after == null ? null : after.vi(),
                    after == null ? null : after.en());
        }

        private static @Nullable Name pointedTo(@Nullable String value, Map<String, Name> named) {
            return value != null && NameView.isIdentifier(value) ? named.get(value) : null;
        }
    }
}
