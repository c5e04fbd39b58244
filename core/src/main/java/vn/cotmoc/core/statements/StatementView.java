package vn.cotmoc.core.statements;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static vn.cotmoc.core.tables.Tables.STATEMENT;
import static vn.cotmoc.core.tables.Tables.STATEMENT_FIGURE;
import static vn.cotmoc.core.tables.Tables.TARGET;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.tables.tables.records.StatementRecord;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's quoted statements, by code. */
@Singleton
public class StatementView {

    private final DSLContext sql;
    private final OwnedRows rows;

    StatementView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    private Select<Record1<UUID>> targetsOf(UUID plan) {
        return sql.select(TARGET.TARGET_ID)
                .from(TARGET)
                .where(rows.ownedByCurrentTenant(TARGET))
                .and(TARGET.PLAN_ID.eq(plan));
    }

    /** @param plan which they, or their targets, are of; null for any */
    @Transactional(readOnly = true)
    public List<Statement> list(@Nullable UUID plan, @Nullable StatementKind kind, @Nullable String after, int limit) {
        Condition which = noCondition();
        if (plan != null) {
            which = which.and(STATEMENT.PLAN_ID.eq(plan).or(STATEMENT.TARGET_ID.in(targetsOf(plan))));
        }
        if (kind != null) {
            which = which.and(STATEMENT.KIND.eq(kind.code()));
        }
        if (after != null) {
            which = which.and(STATEMENT.CODE.gt(after));
        }
        return sql.select(STATEMENT.fields())
                .select(further())
                .from(STATEMENT)
                .where(rows.ownedByCurrentTenant(STATEMENT))
                .and(which)
                .orderBy(STATEMENT.CODE)
                .limit(limit)
                .fetch(StatementView::statement);
    }

    /** By its code. */
    @Transactional(readOnly = true)
    public Optional<Statement> find(String code) {
        return sql.select(STATEMENT.fields())
                .select(further())
                .from(STATEMENT)
                .where(rows.ownedByCurrentTenant(STATEMENT))
                .and(STATEMENT.CODE.eq(code))
                .fetchOptional(StatementView::statement);
    }

    /** The statements that set these targets. */
    @Transactional(readOnly = true)
    public List<Statement> of(Collection<UUID> targets) {
        return sql.select(STATEMENT.fields())
                .select(further())
                .from(STATEMENT)
                .where(rows.ownedByCurrentTenant(STATEMENT))
                .and(STATEMENT.TARGET_ID.in(targets))
                .orderBy(STATEMENT.CODE)
                .fetch(StatementView::statement);
    }

    /** The figures after the first, as one array. */
    private Field<UUID[]> further() {
        return array(select(STATEMENT_FIGURE.OBSERVATION_ID)
                        .from(STATEMENT_FIGURE)
                        .where(rows.ownedByCurrentTenant(STATEMENT_FIGURE))
                        .and(STATEMENT_FIGURE.CODE.eq(STATEMENT.CODE))
                        .orderBy(STATEMENT_FIGURE.POSITION))
                .as("further");
    }

    private static Statement statement(Record found) {
        StatementRecord row = found.into(STATEMENT);
        return new Statement(
                row.getCode(),
                Coded.read(StatementKind.class, row.getKind()),
                row.getQuote(),
                row.getSource(),
                row.getNote(),
                row.getPeriod() == null ? null : Period.parse(row.getPeriod()),
                row.getPlanId(),
                row.getTargetId(),
                row.getRevision(),
                row.getVersion(),
                Stream.concat(Stream.ofNullable(row.getObservationId()), Stream.of(found.get("further", UUID[].class)))
                        .toList());
    }
}
