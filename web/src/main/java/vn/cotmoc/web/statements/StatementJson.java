package vn.cotmoc.web.statements;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.statements.Statement;
import vn.cotmoc.core.statements.StatementKind;
import vn.cotmoc.web.wire.Reads;

/**
 * What a source says, word by word, as sent.
 *
 * @param target the target that it sets
 * @param observation the figure that it reports
 */
@Serdeable
@Schema(name = "Statement")
public record StatementJson(
        String code,
        String kind,
        String quote,
        String source,
        @Nullable String note,
        @Nullable String period,
        @Nullable UUID plan,
        @Nullable UUID target,
        @Nullable UUID observation) {

    public static StatementJson of(Statement statement) {
        Period period = statement.period();
        return new StatementJson(
                statement.code(),
                statement.kind().code(),
                statement.quote(),
                statement.source(),
                statement.note(),
                period == null ? null : period.toString(),
                statement.plan(),
                statement.target(),
                statement.observation());
    }

    /** A statement as received. */
    @Serdeable
    @Schema(name = "NewStatement")
    record QuoteJson(
            String code,

            @Schema(
                    allowableValues = {
                        "target",
                        "actual",
                        "count",
                        "vision",
                        "condition",
                        "fact",
                        "task",
                        "milestone",
                        "indicator"
                    })
            String kind,

            String quote,
            String source,
            @Nullable String note,
            @Nullable String period,
            @Nullable String plan,
            @Nullable String target,
            @Nullable String observation) {

        Statement toStatement() {
            return new Statement(
                    Reads.text(code, "/code", 60),
                    Reads.word(StatementKind.class, kind, "/kind"),
                    Reads.text(quote, "/quote", 4000),
                    Reads.text(source, "/source", 1000),
                    Reads.textOrNull(note, "/note", 2000),
                    Reads.periodOrNull(period, "/period"),
                    Reads.idOrNull(plan, "/plan"),
                    Reads.idOrNull(target, "/target"),
                    Reads.idOrNull(observation, "/observation"));
        }
    }
}
