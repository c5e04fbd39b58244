package vn.cotmoc.core.scoring;

import static vn.cotmoc.core.tables.Tables.RULE_SET;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.DSLContext;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The rule sets that the province's runs were made by. */
@Singleton
public class RuleSetView {

    private final DSLContext sql;
    private final OwnedRows rows;

    RuleSetView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** The canonical JSON that was kept under a hash. */
    @Transactional(readOnly = true)
    public Optional<String> model(String sha256) {
        return sql.select(RULE_SET.MODEL)
                .from(RULE_SET)
                .where(rows.ownedByCurrentTenant(RULE_SET))
                .and(RULE_SET.SHA256.eq(sha256))
                .fetchOptional(RULE_SET.MODEL);
    }

    @Transactional(readOnly = true)
    boolean has(String sha256) {
        return sql.fetchExists(RULE_SET, rows.ownedByCurrentTenant(RULE_SET).and(RULE_SET.SHA256.eq(sha256)));
    }
}
