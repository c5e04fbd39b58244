package vn.cotmoc.core.sheets;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static vn.cotmoc.core.tables.Tables.SHEET_IMPORT;
import static vn.cotmoc.core.tables.Tables.SHEET_ROW;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.tenancy.ManyRows;
import vn.cotmoc.core.tenancy.OwnedRows;

/** Keeps uploaded sheets and how far they have come. */
@Singleton
class ImportStore {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;
    private final Clock clock;
    private final ObjectMapper json;

    ImportStore(DSLContext sql, OwnedRows rows, Trail trail, Clock clock, ObjectMapper json) {
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
        this.json = json;
    }

    @Transactional
    void add(Import added) {
        sql.insertInto(SHEET_IMPORT)
                .set(SHEET_IMPORT.TENANT_ID, rows.currentTenant())
                .set(SHEET_IMPORT.IMPORT_ID, added.id())
                .set(SHEET_IMPORT.SUBMISSION_ID, added.submission())
                .set(SHEET_IMPORT.SUBMISSION_VERSION, added.version())
                .set(SHEET_IMPORT.LANGUAGE, added.language().code())
                .set(SHEET_IMPORT.NAME, added.name())
                .set(SHEET_IMPORT.SHA256, added.sha256())
                .set(SHEET_IMPORT.STATUS, added.status().code())
                .set(SHEET_IMPORT.ROWS_FOUND, added.rowsFound())
                .set(SHEET_IMPORT.ROWS_READ, added.rowsRead())
                .set(SHEET_IMPORT.HEARD_AT, now())
                .set(SHEET_IMPORT.RECORDED_AT, added.recordedAt().atOffset(ZoneOffset.UTC))
                .set(SHEET_IMPORT.RECORDED_BY, added.recordedBy())
                .execute();
        trail.added(
                "sheet_import",
                added.id(),
                Map.of(
                        "submissionId", added.submission().toString(),
                        "name", added.name(),
                        "sha256", added.sha256(),
                        "rowsFound", Integer.toString(added.rowsFound())));
    }

    /**
     * What was read since, and the progress that others see.
     *
     * @param found at most some thousand
     * @param read rows of the file until now
     */
    @Transactional
    void add(UUID id, List<Import.Row> found, int read) {
        var insert = sql.insertInto(
                SHEET_ROW,
                SHEET_ROW.TENANT_ID,
                SHEET_ROW.IMPORT_ID,
                SHEET_ROW.ROW,
                SHEET_ROW.CELL,
                SHEET_ROW.TEXTS,
                SHEET_ROW.STATUS,
                SHEET_ROW.AMOUNT,
                SHEET_ROW.UNIT,
                SHEET_ROW.MISSING,
                SHEET_ROW.NOTE,
                SHEET_ROW.FAULTS,
                SHEET_ROW.DOUBTFUL,
                SHEET_ROW.ACCEPTED);
        for (Import.Row row : found) {
            insert = insert.values(
                    rows.currentTenant(),
                    id,
                    row.number(),
                    row.cell(),
                    text(row.texts()),
                    row.status() == null ? null : row.status().code(),
                    row.amount() == null ? null : row.amount().value(),
                    row.unit(),
                    row.missing(),
                    row.note(),
                    textOrNull(row.faults()),
                    row.doubtful(),
                    row.accepted());
        }
        if (!found.isEmpty()) {
            insert.execute();
        }
        sql.update(SHEET_IMPORT)
                .set(SHEET_IMPORT.ROWS_READ, read)
                .set(SHEET_IMPORT.HEARD_AT, now())
                .where(rows.ownedByCurrentTenant(SHEET_IMPORT))
                .and(SHEET_IMPORT.IMPORT_ID.eq(id))
                .execute();
    }

    /** What was found of rows once all of them were read, instead of their faults until then. */
    @Transactional
    void mark(UUID id, Collection<Import.Mark> marks) {
        ManyRows<Import.Mark> marked = new ManyRows<>("marked", marks);
        Condition isMarked = marked.equal(SHEET_ROW.ROW, Import.Mark::number);
        Field<String> faults = marked.column(String.class, mark -> textOrNull(mark.faults()));
        Field<String> warnings = marked.column(String.class, mark -> textOrNull(mark.warnings()));
        sql.update(SHEET_ROW)
                .set(SHEET_ROW.FAULTS, faults)
                .set(SHEET_ROW.WARNINGS, warnings)
                .set(SHEET_ROW.DOUBTFUL, field(SHEET_ROW.DOUBTFUL.isTrue().and(faults.isNull())))
                .from(marked.table())
                .where(rows.ownedByCurrentTenant(SHEET_ROW))
                .and(SHEET_ROW.IMPORT_ID.eq(id))
                .and(isMarked)
                .execute();
    }

    @Transactional
    void read(UUID id) {
        sql.update(SHEET_IMPORT)
                .set(SHEET_IMPORT.STATUS, ImportStatus.READ.code())
                .set(SHEET_IMPORT.ROWS_READ, SHEET_IMPORT.ROWS_FOUND)
                .where(rows.ownedByCurrentTenant(SHEET_IMPORT))
                .and(SHEET_IMPORT.IMPORT_ID.eq(id))
                .execute();
    }

    @Transactional
    void refuse(UUID id, Fault fault) {
        sql.update(SHEET_IMPORT)
                .set(SHEET_IMPORT.STATUS, ImportStatus.REFUSED.code())
                .set(SHEET_IMPORT.FAULT, text(fault))
                .where(rows.ownedByCurrentTenant(SHEET_IMPORT))
                .and(SHEET_IMPORT.IMPORT_ID.eq(id))
                .execute();
    }

    /**
     * Two at once wait for each other here.
     *
     * @return false if it was confirmed before
     */
    boolean confirm(UUID id) {
        return sql.update(SHEET_IMPORT)
                        .set(SHEET_IMPORT.STATUS, ImportStatus.CONFIRMED.code())
                        .where(rows.ownedByCurrentTenant(SHEET_IMPORT))
                        .and(SHEET_IMPORT.IMPORT_ID.eq(id))
                        .and(SHEET_IMPORT.STATUS.eq(ImportStatus.READ.code()))
                        .execute()
                == 1;
    }

    /** @param accepted the rows that went into the report; @param became its version by that */
    void accept(UUID id, Collection<Integer> accepted, int became) {
        sql.update(SHEET_ROW)
                .set(SHEET_ROW.ACCEPTED, true)
                .where(rows.ownedByCurrentTenant(SHEET_ROW))
                .and(SHEET_ROW.IMPORT_ID.eq(id))
                .and(SHEET_ROW.ROW.eq(any(accepted.toArray(Integer[]::new))))
                .execute();
        sql.update(SHEET_IMPORT)
                .set(SHEET_IMPORT.BECAME, became)
                .where(rows.ownedByCurrentTenant(SHEET_IMPORT))
                .and(SHEET_IMPORT.IMPORT_ID.eq(id))
                .execute();
        trail.changed(
                "sheet_import",
                id,
                Map.of("status", ImportStatus.READ.code()),
                Map.of("status", ImportStatus.CONFIRMED.code(), "rows", Integer.toString(accepted.size())));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private @Nullable String textOrNull(List<Fault> said) {
        return said.isEmpty() ? null : text(said);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
