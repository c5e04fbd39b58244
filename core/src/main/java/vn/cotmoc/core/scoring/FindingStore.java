package vn.cotmoc.core.scoring;

import static org.jooq.impl.DSL.val;
import static vn.cotmoc.core.tables.Tables.FINDING;
import static vn.cotmoc.core.tables.Tables.SCORECARD;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import vn.cotmoc.core.tenancy.ManyRows;
import vn.cotmoc.core.tenancy.OwnedRows;

/** Findings are only ever added, thousands by one statement. */
@Singleton
class FindingStore {

    /** Records have some thousand letters each. */
    private static final int AT_ONCE = 2_000;

    private final DSLContext sql;
    private final OwnedRows rows;

    FindingStore(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    void add(UUID scorecard, List<FindingRow> findings) {
        for (int from = 0; from < findings.size(); from += AT_ONCE) {
            addAtOnce(scorecard, findings.subList(from, Math.min(from + AT_ONCE, findings.size())));
        }
    }

    /** A run that from now on holds everything that it says itself. @param elsewhere what it did not */
    void gather(Run run, List<FindingRow> elsewhere) {
        add(run.id(), elsewhere);
        sql.update(SCORECARD)
                .set(SCORECARD.SINCE_STEP, run.step())
                .set(SCORECARD.KEPT_SINCE, 0)
                .where(rows.ownedByCurrentTenant(SCORECARD))
                .and(SCORECARD.SCORECARD_ID.eq(run.id()))
                .execute();
    }

    private void addAtOnce(UUID scorecard, List<FindingRow> findings) {
        ManyRows<FindingRow> added = new ManyRows<>("added", findings);
        sql.insertInto(
                        FINDING,
                        FINDING.TENANT_ID,
                        FINDING.SCORECARD_ID,
                        FINDING.TARGET_ID,
                        FINDING.RATING,
                        FINDING.ATTAINMENT,
                        FINDING.EXPECTED,
                        FINDING.FLAGS,
                        FINDING.UNDECIDED,
                        FINDING.FIRED,
                        FINDING.RECORD,
                        FINDING.RECORD_IN)
                .select(sql.select(
                                val(rows.currentTenant()),
                                val(scorecard),
                                added.column(UUID.class, FindingRow::target),
                                added.column(String.class, FindingRow::rating),
                                added.column(BigDecimal.class, FindingRow::attainment),
                                added.column(BigDecimal.class, FindingRow::expected),
                                added.column(String.class, FindingRow::flags),
                                added.column(String.class, FindingRow::undecided),
                                added.column(String.class, FindingRow::fired),
                                added.column(String.class, FindingRow::record),
                                added.column(UUID.class, FindingRow::recordIn))
                        .from(added.table()))
                .execute();
    }
}
