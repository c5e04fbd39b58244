package vn.cotmoc.deploy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.measure.Identifiers;

/**
 * Behind {@code ./cotmoc load import}: a million figures through the bulk API, against the same rows by plain multi-row INSERTs
 * of the same database role, one transaction each, in turns. Each turn finds the table as the one before it did.
 */
final class LoadImport {

    private static final int FIGURES = 1_000_000;
    private static final int COMMUNES = 170;
    private static final int ROUNDS = 3;
    private static final int ROWS_A_STATEMENT = 1000;
    private static final YearMonth FIRST = YearMonth.of(2010, 1);

    private static final String COLUMNS =
            "tenant_id, observation_id, indicator_code, area_id, subgroup, period, period_ends, calendar, status, amount, "
                    + "known_on, known_on_stated, source, note, reported_amount, reported_unit, recorded_at, recorded_by";

    private LoadImport() {}

    public static void main(String[] arguments) throws Exception {
        LoadHouse.run(arguments, LoadPlan.NOT_LOGGED, LoadImport::measure);
    }

    private record Figure(String indicator, String unit, UUID area, YearMonth month, BigDecimal amount) {}

    private interface Taking {
        void take(Figure figure) throws IOException, SQLException;
    }

    private static void measure(LoadHouse house) throws Exception {
        forget(house);
        List<UUID> areas = areas(house);
        List<List<String>> indicators = house.database("""
                select code, unit_vi, kind from indicator where tenant_id = '%s' and formula is null and not retired
                and kind not in ('condition', 'rank') order by code
                """.formatted(LoadHouse.PROVINCE));
        Path file = house.file("figures.ndjson");
        write(file, areas, indicators);
        LoadHouse.say("%,d figures, %d indicators, %d places; the file has %d MB"
                .formatted(FIGURES, indicators.size(), areas.size(), Files.size(file) >> 20));
        List<Double> plain = new ArrayList<>();
        List<Double> bulk = new ArrayList<>();
        LoadHouse.row("round", "plain INSERT", "bulk API", "speed of the bulk API against it");
        LoadHouse.row("---", "---", "---", "---");
        for (int round = 1; round <= ROUNDS; round++) {
            plain.add(timed(house, () -> insert(house, areas, indicators)));
            bulk.add(timed(house, () -> send(house, file)));
            result("" + round, plain.getLast(), bulk.getLast());
        }
        result("median", median(plain), median(bulk));
    }

    private static void result(String round, double plain, double bulk) {
        LoadHouse.row(round, speed(plain), speed(bulk), "%.2f".formatted(plain / bulk));
    }

    private static String speed(double seconds) {
        return "%.1f s, %,.0f a second".formatted(seconds, FIGURES / seconds);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double timed(LoadHouse house, Work work) throws Exception {
        house.database("checkpoint");
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        String stored = house.database(
                        "select count(*) from observation where source = '%s'".formatted(LoadHouse.SOURCE))
                .getFirst()
                .getFirst();
        if (Integer.parseInt(stored) != FIGURES) {
            throw new IllegalStateException("%s figures were stored instead of %d.".formatted(stored, FIGURES));
        }
        forget(house);
        return seconds;
    }

    private static void forget(LoadHouse house) {
        house.database(
                "delete from observation_warning w using observation o where w.tenant_id = o.tenant_id and w.observation_id = o.observation_id and o.source = '%s'"
                        .formatted(LoadHouse.SOURCE),
                "delete from observation where source = '%s'".formatted(LoadHouse.SOURCE),
                "vacuum analyze observation",
                "vacuum analyze observation_warning");
    }

    /** The communes that the measurement adds, then the province, whose figures the communes make. */
    private static List<UUID> areas(LoadHouse house) {
        List<List<String>> rows =
                house.database("""
                insert into area (tenant_id, area_id, parent_id, level, code, name, valid_from)
                select p.tenant_id, md5('do-tai-' || n)::uuid, p.area_id, 'commune', 'DT' || n, 'Xã đo tải ' || n, '2000-01-01'
                from area p, generate_series(1, %d) n where p.tenant_id = '%s' and p.parent_id is null
                on conflict do nothing
                """.formatted(COMMUNES, LoadHouse.PROVINCE), """
                select area_id from area where tenant_id = '%s' and (parent_id is null or code like 'DT%%')
                order by parent_id is null, area_id
                """.formatted(LoadHouse.PROVINCE));
        return rows.stream().map(row -> UUID.fromString(row.getFirst())).toList();
    }

    /** Month after month, as offices deliver them: each indicator of every commune, and of the province. */
    private static void each(List<UUID> areas, List<List<String>> indicators, Taking taking)
            throws IOException, SQLException {
        int left = FIGURES;
        for (YearMonth month = FIRST; ; month = month.plusMonths(1)) {
            for (List<String> indicator : indicators) {
                boolean share = indicator.getLast().equals("share");
                BigDecimal whole = BigDecimal.ZERO;
                for (int i = 0; i < areas.size(); i++) {
                    if (left-- == 0) {
                        return;
                    }
                    boolean commune = i < areas.size() - 1;
                    BigDecimal amount = commune || share ? amount(i, month, share) : whole;
                    whole = whole.add(amount);
                    taking.take(new Figure(indicator.getFirst(), indicator.get(1), areas.get(i), month, amount));
                }
            }
        }
    }

    /** Whole, between 100 and 160 and never by a half more than before; a share a tenth of it. */
    private static BigDecimal amount(int area, YearMonth month, boolean share) {
        long amount = 100 + area % 50 + (month.getMonthValue() * 7 + area * 13) % 10;
        return BigDecimal.valueOf(amount, share ? 1 : 0);
    }

    private static void write(Path file, List<UUID> areas, List<List<String>> indicators) throws Exception {
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            each(
                    areas,
                    indicators,
                    figure -> to.write("""
                    {"indicator":"%s","area":"%s","period":"%s","status":"official","amount":"%s","unit":"%s","source":"%s"}
                    """.formatted(
                                    figure.indicator(),
                                    figure.area(),
                                    figure.month(),
                                    figure.amount().toPlainString(),
                                    figure.unit(),
                                    LoadHouse.SOURCE)));
        }
    }

    private static void send(LoadHouse house, Path file) throws IOException {
        String answer = house.call(
                "lc.chuyenvien",
                "POST",
                "/api/v1/observations/bulk",
                request -> request.header("Content-Type", "application/x-ndjson"),
                HttpRequest.BodyPublishers.ofFile(file));
        LoadHouse.say(answer.length() > 120 ? answer.substring(0, 120) + "…" : answer);
    }

    private static void insert(LoadHouse house, List<UUID> areas, List<List<String>> indicators) throws Exception {
        try (Connection connection =
                house.postgres().connect("cotmoc", house.postgres().app())) {
            connection.setAutoCommit(false);
            try (var bind = connection.createStatement()) {
                bind.execute("select set_tenant('%s')".formatted(LoadHouse.PROVINCE));
            }
            Rows rows = new Rows(connection);
            each(areas, indicators, rows::add);
            rows.flush();
            connection.commit();
        }
    }

    /** Multi-row INSERTs of a thousand rows, prepared once. */
    private static final class Rows {

        private final Connection connection;
        private final Identifiers identifiers = new Identifiers();
        private final Timestamp now = Timestamp.from(Instant.now());
        private final List<Figure> figures = new ArrayList<>();

        Rows(Connection connection) {
            this.connection = connection;
        }

        void add(Figure figure) throws SQLException {
            figures.add(figure);
            if (figures.size() == ROWS_A_STATEMENT) {
                flush();
            }
        }

        void flush() throws SQLException {
            if (figures.isEmpty()) {
                return;
            }
            String row = "(" + "?, ".repeat(17) + "?)";
            String sql = "insert into observation (" + COLUMNS + ") values "
                    + String.join(", ", Collections.nCopies(figures.size(), row));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int at = 1;
                for (Figure figure : figures) {
                    LocalDate ends = figure.month().atEndOfMonth();
                    statement.setString(at++, LoadHouse.PROVINCE);
                    statement.setObject(at++, identifiers.next());
                    statement.setString(at++, figure.indicator());
                    statement.setObject(at++, figure.area());
                    statement.setString(at++, "");
                    statement.setString(at++, figure.month().toString());
                    statement.setDate(at++, Date.valueOf(ends));
                    statement.setString(at++, "civil");
                    statement.setString(at++, "official");
                    statement.setBigDecimal(at++, figure.amount());
                    statement.setDate(at++, Date.valueOf(ends));
                    statement.setBoolean(at++, false);
                    statement.setString(at++, LoadHouse.SOURCE);
                    statement.setString(at++, null);
                    statement.setBigDecimal(at++, null);
                    statement.setString(at++, null);
                    statement.setTimestamp(at++, now);
                    statement.setString(at++, "lc.chuyenvien");
                }
                statement.executeUpdate();
            }
            figures.clear();
        }
    }
}
