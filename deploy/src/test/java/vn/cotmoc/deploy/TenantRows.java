package vn.cotmoc.deploy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.cotmoc.local.LocalPostgres;

/**
 * Every table with a {@code tenant_id}, as the superuser sees it: what a province has, what came since, and canaries put in
 * behind the application's back. A table that is made later is among them by itself.
 */
final class TenantRows implements AutoCloseable {

    /** Notes every table that anybody writes into, also this test, which writes without foreign keys and their triggers. */
    private static final String NOTING = """
            create schema if not exists noting;
            create unlogged table if not exists noting.touched (name text, transaction bigint);
            create or replace function noting.note() returns trigger language plpgsql security definer as $$
            begin
                insert into noting.touched values (tg_relid::regclass::text, pg_current_xact_id()::text::bigint);
                return null;
            end $$""";

    private static final String NOTED = """
            create or replace trigger noted after insert or update or delete on %1$s for each statement execute function noting.note();
            alter table %1$s enable always trigger noted""";

    private static final String PUT_BACK = """
            insert into %1$s select * from jsonb_populate_recordset(null::%1$s, ?::jsonb)
            on conflict do nothing returning tenant_id""";

    /** What the nation lays down where every province reads it is no province's, and what it writes there is noted in its own rows. */
    private static final List<String> OF_THE_NATION = List.of("national_release", "national_threshold");

    private final Connection connection;
    private final List<Table> tables;
    // By table, the number of the last change that was seen: what was read at that number is as good as what would be
    // read now.
    private final Map<String, Integer> changes = new HashMap<>();
    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<List<String>, Fingerprint> fingerprints = new HashMap<>();
    private int newest;

    /**
     * @param texts its columns of type text, without tenant_id
     * @param changes whether the application may change something of a row, or take it away
     */
    private record Table(String name, List<String> key, List<String> texts, List<String> uuids, boolean changes) {

        boolean oneRowAProvince() {
            return key.equals(List.of("tenant_id"));
        }
    }

    /**
     * A moment: the first transaction after it, and by table the last change before it; of tables whose rows may change what they
     * held.
     */
    record Mark(long transaction, Map<String, Integer> changes, Map<String, Kept> kept) {}

    /** @param rows as a JSON array */
    record Kept(int change, String rows) {}

    private record Fingerprint(int change, String rows) {}

    TenantRows(LocalPostgres postgres) {
        try {
            connection = postgres.connect("cotmoc", postgres.superuser());
            tables = discover();
            run(NOTING);
            tables.forEach(table -> run(NOTED.formatted(table.name())));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Table> discover() throws SQLException {
        var found = new ArrayList<Table>();
        for (List<String> row : rows("""
                select c.oid::regclass::text,
                       (select string_agg(a.attname, ',' order by array_position(i.indkey::int2[], a.attnum))
                          from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
                         where i.indrelid = c.oid and i.indisprimary),
                       string_agg(a.attname, ',') filter (where a.atttypid = 'text'::regtype and a.attname <> 'tenant_id'),
                       string_agg(a.attname, ',') filter (where a.atttypid = 'uuid'::regtype),
                       has_any_column_privilege('cotmoc_app', c.oid, 'UPDATE') or has_table_privilege('cotmoc_app', c.oid, 'DELETE')
                  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                 group by c.oid
                having bool_or(a.attname = 'tenant_id')
                 order by 1
                """)) {
            found.add(new Table(
                    row.get(0),
                    names(row.get(1)),
                    names(row.get(2)),
                    names(row.get(3)),
                    row.get(4).equals("t")));
        }
        return found;
    }

    private static List<String> names(String commaSeparated) {
        return commaSeparated.isEmpty() ? List.of() : List.of(commaSeparated.split(","));
    }

    Set<String> tables() {
        return tables.stream().map(Table::name).collect(Collectors.toSet());
    }

    /** Whether there is room for a canary: a table of identifiers and numbers alone has none. */
    boolean bearsTexts(String table) {
        return tables.stream()
                .filter(one -> one.name().equals(table))
                .anyMatch(one -> !one.texts().isEmpty());
    }

    /** Of all that the province has, by table. */
    Map<String, String> fingerprint(String province) {
        return fingerprintOf("where tenant_id = '%s'".formatted(province));
    }

    /** Of all that all provinces have. */
    Map<String, String> fingerprint() {
        return fingerprintOf("");
    }

    private Map<String, String> fingerprintOf(String which) {
        look();
        var byTable = new TreeMap<String, String>();
        for (Table table : tables) {
            int change = changes.getOrDefault(table.name(), 0);
            Fingerprint taken = fingerprints.get(List.of(which, table.name()));
            if (taken == null || taken.change() != change) {
                taken = new Fingerprint(change, fingerprintOf(table, which));
                fingerprints.put(List.of(which, table.name()), taken);
            }
            byTable.put(table.name(), taken.rows());
        }
        return byTable;
    }

    private String fingerprintOf(Table table, String which) {
        return rows("select count(*) || ' rows ' || md5(string_agg(t::text, '|' order by t::text)) from %s t %s"
                        .formatted(table.name(), which))
                .getFirst()
                .getFirst();
    }

    Mark mark() {
        long transaction = nextTransaction();
        look();
        tables.stream().filter(Table::changes).map(Table::name).forEach(table -> {
            int change = changes.getOrDefault(table, 0);
            Kept last = kept.get(table);
            if (last == null || last.change() != change) {
                kept.put(
                        table,
                        new Kept(
                                change,
                                rows("select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from %s t".formatted(table))
                                        .getFirst()
                                        .getFirst()));
            }
        });
        return new Mark(transaction, Map.copyOf(changes), Map.copyOf(kept));
    }

    /** Learns which tables were written into since it was last asked. */
    private void look() {
        rows("with seen as (delete from noting.touched returning name) select distinct name from seen")
                .forEach(table -> changes.put(table.getFirst(), ++newest));
    }

    /** That will write: it stands still while everybody only reads. */
    private long nextTransaction() {
        return Long.parseLong(rows("select pg_snapshot_xmax(pg_current_snapshot())::text")
                .getFirst()
                .getFirst());
    }

    /** Removes a province's rows that have this value. */
    void forget(String table, String province, String column, String value) {
        withoutForeignKeys(List.of(
                "delete from %s where tenant_id = '%s' and %s = '%s'".formatted(table, province, column, value)));
    }

    /**
     * Removes every row that came or changed since, and puts back those that changed or went: all is as it was.
     *
     * @return the provinces whose rows those were
     */
    Set<String> forgetSince(Mark mark) {
        look();
        List<Table> written = tables.stream()
                .filter(table -> !Objects.equals(
                        changes.get(table.name()), mark.changes().get(table.name())))
                .toList();
        var provinces = new HashSet<String>();
        if (!written.isEmpty()) {
            inOneTransaction(() -> {
                written.forEach(table -> forgetSince(mark, table, provinces));
                OF_THE_NATION.forEach(table ->
                        run("delete from %s where xmin::text::bigint >= %d".formatted(table, mark.transaction())));
            });
            // Read again: that all is as it was is what tests are to find out.
            written.forEach(table -> changes.put(table.name(), ++newest));
        }
        return provinces;
    }

    private void forgetSince(Mark mark, Table table, Set<String> provinces) {
        rows("delete from %s where xmin::text::bigint >= %d returning tenant_id"
                        .formatted(table.name(), mark.transaction()))
                .forEach(row -> provinces.add(row.getFirst()));
        Kept before = mark.kept().get(table.name());
        if (before != null) {
            rows(PUT_BACK.formatted(table.name()), before.rows()).forEach(row -> provinces.add(row.getFirst()));
        }
    }

    /**
     * Plants in each table of the victim: a row with a canary in every text column, and for each row of the reader one with
     * the very same key, as a statement that forgets its province would find. Tables of one row a province get their canaries
     * in the row they have.
     *
     * @param plain columns that keep their content, as {@code table.column}
     */
    void plantCanaries(String victim, String reader, Set<String> plain) {
        var plant = new ArrayList<String>();
        for (Table table : tables) {
            List<String> planted = table.texts().stream()
                    .filter(column -> !plain.contains(table.name() + "." + column))
                    .toList();
            if (table.oneRowAProvince()) {
                planted.forEach(column -> plant.add("update %s set %s = '%s' where tenant_id = '%s'"
                        .formatted(table.name(), column, canary(table, column), victim)));
                continue;
            }
            Map<String, String> own = new LinkedHashMap<>();
            planted.forEach(column -> own.put(column, "'%s_' || n".formatted(canary(table, column))));
            Map<String, String> twins = new LinkedHashMap<>(own);
            twins.keySet().removeAll(table.key());
            twins.put("tenant_id", "'%s'".formatted(victim));
            table.key().stream()
                    .filter(table.uuids()::contains)
                    .forEach(column -> own.put(column, "gen_random_uuid()"));
            // Where another key than the first forbids a copy, the reader's rows below still bring canaries.
            plant.add(copy(table, victim, own) + " limit 1 on conflict do nothing");
            plant.add(copy(table, reader, twins) + " on conflict do nothing");
        }
        withoutForeignKeys(plant);
    }

    private static String canary(Table table, String column) {
        return "CANARY_%s_%s".formatted(table.name(), column).toUpperCase(java.util.Locale.ROOT);
    }

    private static String copy(Table table, String from, Map<String, String> changes) {
        String changed = changes.entrySet().stream()
                .map(change -> "'%s', %s".formatted(change.getKey(), change.getValue()))
                .collect(Collectors.joining(", "));
        return """
                insert into %1$s select (jsonb_populate_record(t, jsonb_build_object(%2$s))).*
                from (select t, row_number() over () n from %1$s t where tenant_id = '%3$s') numbered\
                """.formatted(table.name(), changed, from);
    }

    long countCanaries(String table) {
        return Long.parseLong(rows("select count(*) from %s t where t::text like '%%CANARY\\_%%'".formatted(table))
                .getFirst()
                .getFirst());
    }

    /** The rows of one-row tables, which canaries overwrite, to be put back by the second call. */
    Runnable keepSingleRows() {
        List<Table> single = tables.stream().filter(Table::oneRowAProvince).toList();
        withoutForeignKeys(single.stream()
                .map(table -> "create temporary table kept_%1$s as select * from %1$s".formatted(table.name()))
                .toList());
        return () -> withoutForeignKeys(single.stream()
                .flatMap(table -> java.util.stream.Stream.of(
                        "delete from " + table.name(),
                        "insert into %1$s select * from kept_%1$s".formatted(table.name()),
                        "drop table kept_" + table.name()))
                .toList());
    }

    private void withoutForeignKeys(List<String> statements) {
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; %s; set session_replication_role = origin"
                    .formatted(String.join("; ", statements)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without foreign keys; what it writes is not noted. */
    private void inOneTransaction(Runnable work) {
        try {
            connection.setAutoCommit(false);
            run("set local session_replication_role = replica");
            work.run();
            run("delete from noting.touched where transaction = pg_current_xact_id()::text::bigint");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            try {
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What a test adds by itself. */
    void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every column as text; null is empty. */
    List<List<String>> rows(String sql, String... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                var rows = new ArrayList<List<String>>();
                while (result.next()) {
                    rows.add(IntStream.rangeClosed(1, result.getMetaData().getColumnCount())
                            .mapToObj(i -> text(result, i))
                            .toList());
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ResultSet result, int column) {
        try {
            String text = result.getString(column);
            return text == null ? "" : text;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            run("drop schema noting cascade");
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
