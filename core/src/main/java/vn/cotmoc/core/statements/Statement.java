package vn.cotmoc.core.statements;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.periods.Period;

/**
 * What a source says, word by word.
 *
 * @param code the province's own key for it, e.g. {@code L07}
 * @param target the target it sets; two statements may set one target
 * @param observation the figure it reports
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
        @Nullable UUID observation) {}
