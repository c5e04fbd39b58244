package vn.cotmoc.core.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The current province's rows as text, table by table, always in the same order and spelling. */
@Singleton
class ArchiveView {

    /** RFC 4180 with line feeds; an empty field is null, a quoted empty one an empty text. */
    static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .setNullString("")
            .get();

    /** Rows that the driver holds at a time. */
    private static final int FETCHED = 1000;

    private final DSLContext sql;
    private final OwnedRows rows;

    ArchiveView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    boolean isEmpty() {
        return ArchivedTables.IN_ORDER.stream()
                .noneMatch(table -> sql.fetchExists(table, rows.ownedByCurrentTenant(table)));
    }

    /** Writes a header and a line a row, and leaves the stream open. */
    Manifest.Sum write(Table<?> table, OutputStream to) throws IOException {
        MessageDigest digest = ArchivedTables.sha256();
        List<Field<?>> columns = ArchivedTables.columns(table);
        Writer text = new BufferedWriter(new OutputStreamWriter(new DigestOutputStream(to, digest), UTF_8));
        long written = 0;
        CSVPrinter printer = new CSVPrinter(text, FORMAT);
        printer.printRecord(columns.stream().map(Field::getName).toList());
        try (Cursor<? extends Record> cursor = sql.select(columns)
                .from(table)
                .where(rows.ownedByCurrentTenant(table))
                .orderBy(key(table))
                .fetchSize(FETCHED)
                .fetchLazy()) {
            for (Record row : cursor) {
                printer.printRecord(texts(row));
                written++;
            }
        }
        printer.flush();
        return new Manifest.Sum(written, HexFormat.of().formatHex(digest.digest()));
    }

    /** By bytes, whatever the database's own order of letters. */
    private static List<Field<?>> key(Table<?> table) {
        List<Field<?>> key = new ArrayList<>();
        for (Field<?> field : table.getPrimaryKey().getFields()) {
            if (!field.getName().equals("tenant_id")) {
                key.add(field.getType() == String.class ? field.collate("C") : field);
            }
        }
        return key;
    }

    private static List<@Nullable String> texts(Record row) {
        List<@Nullable String> texts = new ArrayList<>();
        for (Object value : row.intoArray()) {
            texts.add(text(value));
        }
        return texts;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal decimal -> decimal.toPlainString();
            case OffsetDateTime moment -> moment.toInstant().toString();
            default -> value.toString();
        };
    }
}
