package vn.cotmoc.core.sheets;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.SHEET_IMPORT;
import static vn.cotmoc.core.tables.Tables.SHEET_ROW;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tables.tables.records.SheetImportRecord;
import vn.cotmoc.core.tables.tables.records.SheetRowRecord;
import vn.cotmoc.core.tenancy.OwnedRows;

/** Uploaded sheets: how far they are read, and what was found in them. */
@Singleton
public class ImportView {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Clock clock;
    private final ObjectMapper json;
    private final Duration lostAfter;

    /** @param lostAfter how long a reader may say nothing */
    ImportView(
            DSLContext sql,
            OwnedRows rows,
            Clock clock,
            ObjectMapper json,
            @Value("${cotmoc.sheets.lost-after:PT1M}") Duration lostAfter) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
        this.json = json;
        this.lostAfter = lostAfter;
    }

    /** Which rows. */
    public enum Only implements Coded {
        GOOD,
        /** Right, if somebody confirms how they were read. */
        DOUBTFUL,
        FAULTY,
        /** Right, with something to be said of the figure. */
        WARNED,
        /** Not in the report. */
        REJECTED;

        private Condition condition() {
            return switch (this) {
                case GOOD -> SHEET_ROW.FAULTS.isNull().and(SHEET_ROW.DOUBTFUL.isFalse());
                case DOUBTFUL -> SHEET_ROW.DOUBTFUL.isTrue();
                case FAULTY -> SHEET_ROW.FAULTS.isNotNull();
                case WARNED -> SHEET_ROW.FAULTS.isNull().and(SHEET_ROW.WARNINGS.isNotNull());
                case REJECTED -> SHEET_ROW.ACCEPTED.isFalse();
            };
        }
    }

    /** @throws Refusal {@code unknown-import} */
    @Transactional(readOnly = true)
    public Import require(UUID id) {
        return sql.selectFrom(SHEET_IMPORT)
                .where(rows.ownedByCurrentTenant(SHEET_IMPORT))
                .and(SHEET_IMPORT.IMPORT_ID.eq(id))
                .fetchOptional(this::toImport)
                .orElseThrow(() -> Refusal.unknown("unknown-import", "import", id));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Import> of(UUID submission, int limit) {
        return sql.selectFrom(SHEET_IMPORT)
                .where(rows.ownedByCurrentTenant(SHEET_IMPORT))
                .and(SHEET_IMPORT.SUBMISSION_ID.eq(submission))
                .orderBy(SHEET_IMPORT.IMPORT_ID.desc())
                .limit(limit)
                .fetch(this::toImport);
    }

    @Transactional(readOnly = true)
    public Import.Counts counts(UUID id) {
        return sql.select(
                        count().filterWhere(Only.GOOD.condition()),
                        count().filterWhere(Only.DOUBTFUL.condition()),
                        count().filterWhere(Only.FAULTY.condition()),
                        count().filterWhere(SHEET_ROW.ACCEPTED.isTrue()),
                        count().filterWhere(Only.WARNED.condition()))
                .from(SHEET_ROW)
                .where(rows.ownedByCurrentTenant(SHEET_ROW))
                .and(SHEET_ROW.IMPORT_ID.eq(id))
                .fetchSingle(found -> new Import.Counts(
                        found.value1(), found.value2(), found.value3(), found.value4(), found.value5()));
    }

    /**
     * In the order of the file.
     *
     * @param only null for all that say something
     * @param after the last row before the page; 0 for the first
     */
    @Transactional(readOnly = true)
    public List<Import.Row> rows(UUID id, @Nullable Only only, int after, int limit) {
        return sql.selectFrom(SHEET_ROW)
                .where(rows.ownedByCurrentTenant(SHEET_ROW))
                .and(SHEET_ROW.IMPORT_ID.eq(id))
                .and(SHEET_ROW.ROW.gt(after))
                .and(only == null ? noCondition() : only.condition())
                .orderBy(SHEET_ROW.ROW)
                .limit(limit)
                .fetch(this::toRow);
    }

    /** Of all right rows. */
    @Transactional(readOnly = true)
    List<Import.Reading> readings(UUID id) {
        return sql.select(
                        SHEET_ROW.ROW,
                        SHEET_ROW.CELL,
                        SHEET_ROW.STATUS,
                        SHEET_ROW.AMOUNT,
                        SHEET_ROW.UNIT,
                        SHEET_ROW.MISSING,
                        SHEET_ROW.NOTE,
                        SHEET_ROW.DOUBTFUL)
                .from(SHEET_ROW)
                .where(rows.ownedByCurrentTenant(SHEET_ROW))
                .and(SHEET_ROW.IMPORT_ID.eq(id))
                .and(SHEET_ROW.FAULTS.isNull())
                .orderBy(SHEET_ROW.ROW)
                .fetch(row -> new Import.Reading(
                        row.value1(),
                        row.value2(),
                        Coded.read(ObservationStatus.class, row.value3()),
                        row.value4() == null ? null : new Amount(row.value4()),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8()));
    }

    private Import toImport(SheetImportRecord row) {
        ImportStatus status = Coded.read(ImportStatus.class, row.getStatus());
        boolean lost = status == ImportStatus.READING
                && row.getHeardAt().toInstant().plus(lostAfter).isBefore(clock.instant());
        return new Import(
                row.getImportId(),
                row.getSubmissionId(),
                row.getSubmissionVersion(),
                Coded.read(Language.class, row.getLanguage()),
                row.getName(),
                row.getSha256(),
                lost ? ImportStatus.INTERRUPTED : status,
                row.getRowsFound(),
                row.getRowsRead(),
                row.getFault() == null ? null : read(row.getFault(), Argument.of(Fault.class)),
                row.getBecame(),
                row.getRecordedAt().toInstant(),
                row.getRecordedBy());
    }

    private Import.Row toRow(SheetRowRecord row) {
        return new Import.Row(
                row.getRow(),
                row.getCell(),
                read(row.getTexts(), Argument.listOf(String.class)),
                row.getStatus() == null ? null : Coded.read(ObservationStatus.class, row.getStatus()),
                row.getAmount() == null ? null : new Amount(row.getAmount()),
                row.getUnit(),
                row.getMissing(),
                row.getNote(),
                faults(row.getFaults()),
                faults(row.getWarnings()),
                row.getDoubtful(),
                row.getAccepted());
    }

    private List<Fault> faults(@Nullable String said) {
        return said == null ? List.of() : read(said, Argument.listOf(Fault.class));
    }

    private <T> T read(String text, Argument<T> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
