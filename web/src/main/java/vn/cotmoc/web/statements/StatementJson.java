package vn.cotmoc.web.statements;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.statements.CorrectStatement;
import vn.cotmoc.core.statements.Statement;
import vn.cotmoc.core.statements.StatementKind;
import vn.cotmoc.web.wire.Reads;

/**
 * What a source says, word by word, as sent.
 *
 * @param target the target that it sets
 * @param revision of the target, that it speaks of; left out for the target as such
 * @param observation the first figure that it reports
 * @param observations all figures that it reports, in the order of its words
 * @param version grows with every correction
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
        @Nullable Integer revision,
        @Nullable UUID observation,
        List<UUID> observations,
        int version) {

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
                statement.revision(),
                statement.observations().isEmpty()
                        ? null
                        : statement.observations().getFirst(),
                statement.observations(),
                statement.version());
    }

    /** A statement as received; of one figure {@code observation} says enough, of several {@code observations} names them all. */
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
            @Nullable Integer revision,
            @Nullable String observation,
            @Nullable List<String> observations) {

        /** @param version that it is of, 1 for a new one */
        Statement toStatement(int version) {
            return new Statement(
                    Reads.text(code, "/code", 60),
                    Reads.word(StatementKind.class, kind, "/kind"),
                    Reads.text(quote, "/quote", 4000),
                    Reads.text(source, "/source", 1000),
                    Reads.textOrNull(note, "/note", 2000),
                    Reads.periodOrNull(period, "/period"),
                    Reads.idOrNull(plan, "/plan"),
                    Reads.idOrNull(target, "/target"),
                    revision,
                    version,
                    figures());
        }

        private List<UUID> figures() {
            UUID first = Reads.idOrNull(observation, "/observation");
            return Stream.concat(
                            Stream.ofNullable(first), Reads.each(observations, "/observations", Reads::id).stream())
                    .distinct()
                    .toList();
        }
    }

    /** The whole of a statement as it should have been kept, under the code of its address, as received, and why. */
    @Serdeable
    @Schema(name = "CorrectedStatement")
    record CorrectJson(
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
            @Nullable Integer revision,
            @Nullable List<String> observations,
            String reason) {

        CorrectStatement.Command toCommand(String code, int expectedVersion) {
            return new CorrectStatement.Command(
                    new QuoteJson(code, kind, quote, source, note, period, plan, target, revision, null, observations)
                            .toStatement(expectedVersion),
                    Reads.text(reason, "/reason", 1000));
        }
    }
}
