package vn.cotmoc.web.audit;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
                                change.subject(),
                                field,
                                change.was().get(field),
                                change.became().get(field),
                                named))
                        .toList(),
                change.instrument());
    }

    /** What a name may be known of: the thing itself, and what its fields point to. */
    static Stream<String> named(Change change) {
        return Stream.of(
                        Stream.of(thing(change.key())),
                        change.was().values().stream().flatMap(value -> identifiers(value).stream()),
                        change.became().values().stream().flatMap(value -> identifiers(value).stream()))
                .flatMap(keys -> keys);
    }

    /** What a value is made of that is nothing but identifiers, one or several. */
    private static List<String> identifiers(String value) {
        List<String> parts = List.of(value.split("[ ,]+"));
        return parts.stream().allMatch(NameView::isIdentifier) ? parts : List.of();
    }

    /** The thing itself, of a key that says which part of it, like {@code …/3}. */
    private static String thing(String key) {
        int part = key.indexOf('/');
        return part > 0 && NameView.isIdentifier(key.substring(0, part)) ? key.substring(0, part) : key;
    }

    /**
     * A field before and after; null where there was or is none.
     *
     * @param name as programs call it
     * @param label as people do
     * @param wasName what that identifier stands for or that code means; null for everything else
     */
    @Serdeable
    @Schema(name = "ChangedField")
    record FieldJson(
            String name,
            String label,
            String labelEn,
            @Nullable String was,
            @Nullable String wasName,
            @Nullable String wasNameEn,
            @Nullable String became,
            @Nullable String becameName,
            @Nullable String becameNameEn) {

        static FieldJson of(
                String subject, String field, @Nullable String was, @Nullable String became, Map<String, Name> named) {
            Name label = TrailWords.field(field);
            Name before = said(subject, field, was, named);
            Name after = said(subject, field, became, named);
            return new FieldJson(
                    field,
                    label.vi(),
                    label.en(),
                    was,
                    before == null ? null : before.vi(),
                    before == null ? null : before.en(),
                    became,
                    after == null ? null : after.vi(),
                    after == null ? null : after.en());
        }

        private static @Nullable Name said(
                String subject, String field, @Nullable String value, Map<String, Name> named) {
            if (value == null) {
                return null;
            }
            List<Name> pointedTo = identifiers(value).stream()
                    .map(named::get)
                    .filter(Objects::nonNull)
                    .toList();
            return pointedTo.isEmpty()
                    ? TrailWords.code(subject, field, value)
                    : new Name(joined(pointedTo, Name::vi), joined(pointedTo, Name::en));
        }

        private static String joined(List<Name> names, Function<Name, String> language) {
            return names.stream().map(language).collect(Collectors.joining("; "));
        }
    }
}
