package vn.cotmoc.web.audit;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.audit.Change;

/**
 * One change of one thing.
 *
 * @param subject what sort of thing, e.g. indicator
 * @param key which one
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
        List<FieldJson> fields,
        @Nullable String instrument) {

    static ChangeJson of(Change change) {
        Set<String> names = new TreeSet<>(change.was().keySet());
        names.addAll(change.became().keySet());
        return new ChangeJson(
                change.id(),
                change.madeAt(),
                change.madeBy(),
                change.act().code(),
                change.subject(),
                change.key(),
                names.stream()
                        .map(name -> new FieldJson(
                                name, change.was().get(name), change.became().get(name)))
                        .toList(),
                change.instrument());
    }

    /** A field before and after; null where there was or is none. */
    @Serdeable
    @Schema(name = "ChangedField")
    record FieldJson(
            String name, @Nullable String was, @Nullable String became) {}
}
