package vn.cotmoc.core.statements;

import static vn.cotmoc.core.tables.Tables.STATEMENT;
import static vn.cotmoc.core.tables.Tables.STATEMENT_FIGURE;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The current province's statements. The first figure that one reports stands in its row, the others beside it. */
@Singleton
final class StatementStore {

    private final StatementRows statements;
    private final FigureRows figures;
    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    StatementStore(
            StatementRows statements,
            FigureRows figures,
            DSLContext sql,
            OwnedRows rows,
            Trail trail,
            CurrentActor actor,
            Clock clock) {
        this.statements = statements;
        this.figures = figures;
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    boolean has(String code) {
        return statements.existsByCode(code);
    }

    void add(Statement statement) {
        StatementRow row = row(statement);
        statements.save(row);
        trail.added(statement.code(), row, statement.source());
        further(statement)
                .forEach(figure ->
                        trail.added(statement.code() + "/" + figure.key().position(), figure, statement.source()));
    }

    private List<FigureRow> further(Statement statement) {
        return statement.observations().stream()
                .skip(1)
                .map(observation -> new FigureRow(
                        null,
                        new FigureRow.Key(
                                statement.code(), statement.observations().indexOf(observation) + 1),
                        observation,
                        clock.instant(),
                        actor.username()))
                .map(figures::save)
                .toList();
    }

    /**
     * Puts one in the place of what was written down wrongly.
     *
     * @return null if there is another version than the one that was seen
     * @throws Refusal {@code correction-none}
     */
    @Nullable
    Statement correct(Statement was, Statement right, String reason) {
        Statement corrected = right.of(was.version() + 1);
        StatementRow row = row(corrected);
        int changed = sql.update(STATEMENT)
                .set(STATEMENT.KIND, row.kind())
                .set(STATEMENT.QUOTE, row.quote())
                .set(STATEMENT.SOURCE, row.source())
                .set(STATEMENT.NOTE, row.note())
                .set(STATEMENT.PERIOD, row.period())
                .set(STATEMENT.PLAN_ID, row.planId())
                .set(STATEMENT.TARGET_ID, row.targetId())
                .set(STATEMENT.REVISION, row.revision())
                .set(STATEMENT.OBSERVATION_ID, row.observationId())
                .set(STATEMENT.VERSION, row.version())
                .where(rows.ownedByCurrentTenant(STATEMENT))
                .and(STATEMENT.CODE.eq(was.code()))
                .and(STATEMENT.VERSION.eq(was.version()))
                .execute();
        if (changed == 0) {
            return null;
        }
        trail.corrected(STATEMENT.getName(), was.code(), fields(was), fields(right), reason);
        if (!was.observations().equals(right.observations())) {
            sql.deleteFrom(STATEMENT_FIGURE)
                    .where(rows.ownedByCurrentTenant(STATEMENT_FIGURE))
                    .and(STATEMENT_FIGURE.CODE.eq(was.code()))
                    .execute();
            further(corrected);
        }
        return corrected;
    }

    /** As the trail names them, all figures in one place. */
    private static Map<String, String> fields(Statement statement) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("kind", statement.kind().code());
        fields.put("quote", statement.quote());
        fields.put("source", statement.source());
        put(fields, "note", statement.note());
        put(fields, "period", statement.period());
        put(fields, "planId", statement.plan());
        put(fields, "targetId", statement.target());
        put(fields, "revision", statement.revision());
        List<UUID> reported = statement.observations();
        for (int i = 0; i < reported.size(); i++) {
            fields.put(
                    i == 0 ? "observationId" : "observationId " + (i + 1),
                    reported.get(i).toString());
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    private StatementRow row(Statement statement) {
        Period period = statement.period();
        List<UUID> reported = statement.observations();
        return new StatementRow(
                null,
                statement.code(),
                statement.kind().code(),
                statement.quote(),
                statement.source(),
                statement.note(),
                period == null ? null : period.toString(),
                statement.plan(),
                statement.target(),
                statement.revision(),
                reported.isEmpty() ? null : reported.getFirst(),
                statement.version(),
                clock.instant(),
                actor.username());
    }
}
