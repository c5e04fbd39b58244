package vn.cotmoc.core.statements;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.periods.Period;

/**
 * What a source says, word by word.
 *
 * @param code the province's own key for it, e.g. {@code L07}
 * @param target the target it sets; two statements may set one target
 * @param revision of the target, that it speaks of; null for the target as such
 * @param version grows with every correction
 * @param observations the figures it reports, in the order of its words, each once
 */
public record Statement(
        String code,
        StatementKind kind,
        String quote,
        String source,
        @Nullable String note,
        @Nullable Period period,
        @Nullable UUID plan,
        @Nullable UUID target,
        @Nullable Integer revision,
        int version,
        List<UUID> observations) {

    /** The same as that version. */
    Statement of(int version) {
        return new Statement(code, kind, quote, source, note, period, plan, target, revision, version, observations);
    }
}
