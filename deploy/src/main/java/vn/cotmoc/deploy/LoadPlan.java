package vn.cotmoc.deploy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Behind {@code ./cotmoc load plan}: the plan screen of a plan of a hundred targets, with ten million figures stored: those of
 * 34 provinces with 98 communes each, by every indicator's cadence, as they came in over the years. It reads how long the
 * application's statements took from PostgreSQL's own log, so that what is measured is what the application really asks.
 */
final class LoadPlan {

    private static final long FIGURES = 10_000_000;
    private static final int PROVINCES = 34;
    private static final int COMMUNES = 98;
    private static final int TARGETS = 100;
    private static final int FIRST_YEAR = 2015;
    private static final int LAST_YEAR = 2025;
    private static final int WARM_UP = 300;
    private static final int CALLS = 1500;
    private static final int CALLS_A_TOKEN = 500;

    private static final Pattern DURATION = Pattern.compile("duration: ([0-9.]+) ms");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private static final String LOGGED = """
            alter role cotmoc_app set log_min_duration_statement = 0;
            alter role cotmoc_app set log_parameter_max_length = 0
            """;

    static final String NOT_LOGGED = """
            alter role cotmoc_app reset log_min_duration_statement;
            alter role cotmoc_app reset log_parameter_max_length
            """;

    private LoadPlan() {}

    public static void main(String[] arguments) throws Exception {
        LoadHouse.run(arguments, LOGGED, LoadPlan::measure);
    }

    private static void measure(LoadHouse house) throws Exception {
        communes(house);
        String plan = plan(house);
        fill(house);
        String path = "/api/v1/plans/%s/scorecard?asOf=%d-12-31".formatted(plan, LAST_YEAR);
        double[] whole = new double[CALLS];
        double[] queries = new double[CALLS];
        calls(house, path, new double[WARM_UP], new double[WARM_UP]);
        long scans = scans(house);
        calls(house, path, whole, queries);
        LoadHouse.row("", "p50", "p99", "slowest");
        LoadHouse.row("---", "---", "---", "---");
        result("the statements of a call, in PostgreSQL", queries);
        result("the call, by HTTP", whole);
        LoadHouse.row(
                "sequential scans of the figures in %d calls".formatted(CALLS), "" + (scans(house) - scans), "", "");
        house.database(NOT_LOGGED);
    }

    private static void result(String what, double[] milliseconds) {
        Arrays.sort(milliseconds);
        LoadHouse.row(
                what,
                "%.1f ms".formatted(milliseconds[milliseconds.length / 2]),
                "%.1f ms".formatted(milliseconds[milliseconds.length * 99 / 100]),
                "%.1f ms".formatted(milliseconds[milliseconds.length - 1]));
    }

    /** Statistics of a session are told a second after it rests. */
    private static long scans(LoadHouse house) throws InterruptedException {
        Thread.sleep(3000);
        return Long.parseLong(house.database("select seq_scan from pg_stat_user_tables where relname = 'observation'")
                .getFirst()
                .getFirst());
    }

    private static void calls(LoadHouse house, String path, double[] whole, double[] queries) throws IOException {
        try (FileChannel log = FileChannel.open(house.postgres().log(), StandardOpenOption.READ)) {
            HttpRequest request = null;
            for (int i = 0; i < whole.length; i++) {
                if (request == null || i % CALLS_A_TOKEN == 0) {
                    request = HttpRequest.newBuilder(house.at(path))
                            .header("Authorization", "Bearer " + house.token("lc.xem"))
                            .build();
                    house.send(request);
                }
                log.position(log.size());
                long begun = System.nanoTime();
                var answer = house.send(request);
                whole[i] = (System.nanoTime() - begun) / 1e6;
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer.body());
                }
                queries[i] = durations(log);
            }
        }
    }

    /** The sum of what was logged since the channel's place. */
    private static double durations(FileChannel log) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (log.size() - log.position()));
        while (bytes.hasRemaining() && log.read(bytes) >= 0) {}
        Matcher durations = DURATION.matcher(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
        return durations
                .results()
                .mapToDouble(duration -> Double.parseDouble(duration.group(1)))
                .sum();
    }

    private static void communes(LoadHouse house) {
        house.database("""
                insert into area (tenant_id, area_id, parent_id, level, code, name, valid_from)
                select p.tenant_id, md5('do-tai-0-' || n)::uuid, p.area_id, 'commune', 'DP' || n, 'Xã đo tải ' || n, '2000-01-01'
                from area p, generate_series(1, %d) n where p.tenant_id = '%s' and p.parent_id is null
                on conflict do nothing
                """.formatted(COMMUNES, LoadHouse.PROVINCE));
    }

    private static void fill(LoadHouse house) {
        String stored = "select count(*) from observation where source = '%s'".formatted(LoadHouse.SOURCE);
        if (Long.parseLong(house.database(stored).getFirst().getFirst()) >= FIGURES) {
            return;
        }
        LoadHouse.say("figures are laid down, some minutes");
        String index = house.database("select indexdef from pg_indexes where indexname = 'observation_series'")
                .getFirst()
                .getFirst();
        house.database(
                "delete from observation where source = '%s'".formatted(LoadHouse.SOURCE),
                "drop index observation_series");
        long done = 0;
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            for (int month = 1; month <= 12; month++) {
                LocalDate ends = LocalDate.of(year, month, 1).plusMonths(1).minusDays(1);
                done += period(house, "month", "%d-%02d".formatted(year, month), ends);
                if (month % 3 == 0) {
                    done += period(house, "quarter", "%d-Q%d".formatted(year, month / 3), ends);
                }
                if (month == 12) {
                    done += period(house, "year", Integer.toString(year), ends);
                }
            }
            LoadHouse.say("%d: %,d".formatted(year, done));
        }
        LoadHouse.say("the index is built");
        house.database(index, "vacuum analyze observation", "checkpoint");
    }

    /** Of every indicator of that cadence in all provinces, their communes and themselves. */
    private static long period(LoadHouse house, String cadence, String period, LocalDate ends) {
        return Long.parseLong(house.database("""
                with added as (
                    insert into observation (tenant_id, observation_id, indicator_code, area_id, subgroup, period, period_ends,
                        calendar, status, amount, known_on, known_on_stated, source, recorded_at, recorded_by)
                    select case p when 0 then '%1$s' else 'do-tai-' || p end, uuidv7(), i.code,
                           case when p = 0 and a = 0 then whole.area_id else md5('do-tai-' || p || '-' || a)::uuid end,
                           '', '%2$s', '%3$s', 'civil', 'official', 1000 + a + p, '%3$s', false, '%4$s', '%3$s', 'do-tai'
                      from generate_series(0, %5$d) p, generate_series(0, %6$d) a, indicator i, area whole
                     where i.tenant_id = '%1$s' and i.formula is null and i.cadence = '%7$s'
                       and whole.tenant_id = '%1$s' and whole.parent_id is null
                    returning 1)
                select count(*) from added
                """.formatted(
                                LoadHouse.PROVINCE, period, ends, LoadHouse.SOURCE, PROVINCES - 1, COMMUNES, cadence))
                .getFirst()
                .getFirst());
    }

    /** The year's plan: every indicator for the province, the first of them for a commune too. */
    static String plan(LoadHouse house) {
        String stored = "select plan_id from plan where tenant_id = '%s' and title = '%s'"
                .formatted(LoadHouse.PROVINCE, LoadHouse.SOURCE);
        List<List<String>> found = house.database(stored);
        if (!found.isEmpty()) {
            return found.getFirst().getFirst();
        }
        String plan = post(
                house,
                "/api/v1/plans",
                "{\"period\": \"%d\", \"title\": \"%s\", \"status\": \"assigned\", \"reason\": \"mô phỏng\"}"
                        .formatted(LAST_YEAR, LoadHouse.SOURCE));
        List<List<String>> wanted = house.database("""
                select i.code, i.unit_vi, a.area_id, case i.kind when 'share' then '90' else '9000' end
                from area a, indicator i
                where a.tenant_id = '%1$s' and i.tenant_id = '%1$s' and i.formula is null and i.kind not in ('condition', 'rank')
                  and (a.parent_id is null or a.area_id = md5('do-tai-0-1')::uuid)
                order by a.parent_id is not null, i.code limit %2$d
                """.formatted(LoadHouse.PROVINCE, TARGETS));
        for (List<String> target : wanted) {
            post(house, "/api/v1/plans/" + plan + "/targets", """
                    {"indicator": "%s", "area": "%s", "authority": "council", "comparator": "at-least", "amount": "%s",
                     "unit": "%s", "period": "%d", "wording": "%3$s", "source": "%s", "strictness": "binding",
                     "reason": "mô phỏng"}
                    """.formatted(
                            target.get(0), target.get(2), target.get(3), target.get(1), LAST_YEAR, LoadHouse.SOURCE));
        }
        return plan;
    }

    private static String post(LoadHouse house, String path, String body) {
        Matcher id = ID.matcher(house.call(
                "lc.quantri",
                "POST",
                path,
                request -> request.header("Content-Type", "application/json"),
                HttpRequest.BodyPublishers.ofString(body)));
        if (!id.find()) {
            throw new IllegalStateException("%s answered without an id.".formatted(path));
        }
        return id.group(1);
    }
}
