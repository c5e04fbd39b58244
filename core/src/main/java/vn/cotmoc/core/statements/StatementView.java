package vn.cotmoc.core.statements;

import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.STATEMENT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
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

    @Transactional(readOnly = true)
    public List<Statement> list(@Nullable UUID plan, @Nullable StatementKind kind, @Nullable String after, int limit) {
        Condition which = noCondition();
        if (plan != null) {
            which = which.and(STATEMENT.PLAN_ID.eq(plan));
        }
        if (kind != null) {
            which = which.and(STATEMENT.KIND.eq(kind.code()));
        }
        if (after != null) {
            which = which.and(STATEMENT.CODE.gt(after));
        }
        return sql.selectFrom(STATEMENT)
                .where(rows.ownedByCurrentTenant(STATEMENT))
                .and(which)
                .orderBy(STATEMENT.CODE)
                .limit(limit)
                .fetch(StatementView::statement);
    }

    /** By its code. */
    @Transactional(readOnly = true)
    public Optional<Statement> find(String code) {
        return sql.selectFrom(STATEMENT)
                .where(rows.ownedByCurrentTenant(STATEMENT))
                .and(STATEMENT.CODE.eq(code))
                .fetchOptional(StatementView::statement);
    }

    /** The statements that set these targets. */
    @Transactional(readOnly = true)
    public List<Statement> of(Collection<UUID> targets) {
        return sql.selectFrom(STATEMENT)
                .where(rows.ownedByCurrentTenant(STATEMENT))
                .and(STATEMENT.TARGET_ID.in(targets))
                .orderBy(STATEMENT.CODE)
                .fetch(StatementView::statement);
    }

    private static Statement statement(StatementRecord row) {
        return new Statement(
                row.getCode(),
                Coded.read(StatementKind.class, row.getKind()),
                row.getQuote(),
                row.getSource(),
                row.getNote(),
                row.getPeriod() == null ? null : Period.parse(row.getPeriod()),
                row.getPlanId(),
                row.getTargetId(),
                row.getObservationId());
    }
}
