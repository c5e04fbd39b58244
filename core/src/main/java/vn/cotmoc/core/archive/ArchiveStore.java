package vn.cotmoc.core.archive;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.core.tenancy.OwnedRows;

/** Puts an archive's rows into the current province. */
@Singleton
class ArchiveStore {

    /** PostgreSQL takes 65,535 parameters in one statement; the widest table has 32 columns. */
    private static final int CHUNK = 1000;

    /** Or so many characters, if they come sooner. */
    private static final long CHUNK_TEXT = 4_000_000;

    private final DSLContext sql;
    private final OwnedRows rows;
    private final CurrentTenant currentTenant;

    ArchiveStore(DSLContext sql, OwnedRows rows, CurrentTenant currentTenant) {
        this.sql = sql;
        this.rows = rows;
        this.currentTenant = currentTenant;
    }

    /** Of two archives that are read into one province at once the second waits here until the first is there, or given up. */
    void waitForOthers() {
        sql.select(function(
                        "pg_advisory_xact_lock",
                        Object.class,
                        function("hashtextextended", Long.class, val("archive " + currentTenant.get()), inline(0L))))
                .fetch();
    }

    /** @param lines with one text a column of {@link ArchivedTables#columns}; null for null */
    void add(Table<?> table, Iterator<CSVRecord> lines) {
        List<@Nullable Object[]> chunk = new ArrayList<>();
        long text = 0;
        for (Iterator<@Nullable Object[]> values = inOrder(table, lines); values.hasNext(); ) {
            @Nullable Object[] row = values.next();
            chunk.add(row);
            text += characters(row);
            if (chunk.size() == CHUNK || text > CHUNK_TEXT || !values.hasNext()) {
                insert(table, chunk);
                chunk.clear();
                text = 0;
            }
        }
    }

    private static long characters(@Nullable Object[] row) {
        return Stream.of(row)
                .mapToLong(value -> value == null ? 0 : value.toString().length())
                .sum();
    }

    private void insert(Table<?> table, List<@Nullable Object[]> chunk) {
        var insert = sql.insertInto(table).columns(table.fields());
        for (@Nullable Object[] values : chunk) {
            insert = insert.values(values);
        }
        insert.execute();
    }

    /** Rows that others of the same table point to come before those; such tables are small enough to be held. */
    private Iterator<@Nullable Object[]> inOrder(Table<?> table, Iterator<CSVRecord> lines) {
        Field<?>[] fields = table.fields();
        Iterator<@Nullable Object[]> asTheyCome = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public @Nullable Object[] next() {
                return values(fields, lines.next());
            }
        };
        List<Field<?>> pointing = ArchivedTables.pointingToItself(table);
        return pointing.isEmpty() ? asTheyCome : pointedFirst(table, pointing.getFirst(), asTheyCome);
    }

    private static Iterator<@Nullable Object[]> pointedFirst(
            Table<?> table, Field<?> pointing, Iterator<@Nullable Object[]> rows) {
        int id = table.indexOf(table.getPrimaryKey().getFields().getLast());
        int pointer = table.indexOf(pointing);
        Map<@Nullable Object, List<@Nullable Object[]>> waiting = new HashMap<>();
        Set<@Nullable Object> known = new HashSet<>();
        List<@Nullable Object[]> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        all.forEach(row -> known.add(row[id]));
        List<@Nullable Object[]> ordered = new ArrayList<>();
        for (@Nullable Object[] row : all) {
            if (row[pointer] == null || row[pointer].equals(row[id]) || !known.contains(row[pointer])) {
                ordered.add(row);
            } else {
                waiting.computeIfAbsent(row[pointer], any -> new ArrayList<>()).add(row);
            }
        }
        for (int next = 0; next < ordered.size(); next++) {
            ordered.addAll(Objects.requireNonNullElse(waiting.remove(ordered.get(next)[id]), List.of()));
        }
        // Rows that point at each other in a circle are left; the database, or the sum, refuses them.
        return ordered.iterator();
    }

    private @Nullable Object[] values(Field<?>[] fields, CSVRecord line) {
        @Nullable Object[] values = new Object[fields.length];
        int column = 0;
        for (int i = 0; i < fields.length; i++) {
            values[i] = fields[i].getName().equals("tenant_id")
                    ? rows.currentTenant()
                    : fields[i].getDataType().convert(line.get(column++));
        }
        return values;
    }
}
