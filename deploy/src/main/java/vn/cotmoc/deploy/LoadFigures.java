package vn.cotmoc.deploy;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.cotmoc.deploy.demo.MoreProvinces;

/**
 * Behind {@code ./cotmoc load figures}: figures come in from all provinces, ten to fifty a second, one a target, and each is followed until
 * its target's rating is shown by it: from the moment at which it was to be sent, through the stream of events that says that there is
 * a new run, to the answer that shows it.
 */
final class LoadFigures {

    /** Figures a second, each for a while. The last is the goal's; what the machine does with less shows where it begins to queue. */
    private static final List<Integer> RATES = List.of(10, 25, 50);

    private static final int MEASURED_SECONDS = 60;

    /** Until the compiler has seen what is done most. */
    private static final int WARM_UP_SECONDS = 120;

    private static final int WARM_UP_RATE = 25;
    private static final long PATIENCE_SECONDS = 30;
    private static final Random RANDOM = new Random();

    private final LoadHouse house;
    private final LoadCommunes communes;
    private final Map<String, Heard> heard = new HashMap<>();

    private LoadFigures(LoadHouse house, LoadCommunes communes) {
        this.house = house;
        this.communes = communes;
    }

    public static void main(String[] arguments) throws Exception {
        LoadHouse.run(arguments, "", house -> {
            LoadCommunes communes = new LoadCommunes(house);
            communes.prepare();
            new LoadFigures(house, communes).measure();
        });
    }

    /** A target, its newest figure, and what it showed when it was last looked at. */
    private record Aimed(
            String province,
            UUID plan,
            String target,
            String indicator,
            String area,
            double amount,
            String attainment) {

        /** The page of which it is the first. */
        String path() {
            UUID id = UUID.fromString(target);
            UUID before = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
            return "/api/v1/plans/%s/ratings?after=%s&limit=1".formatted(plan, before);
        }
    }

    /** How many runs a province was told of. */
    private static final class Heard {

        private long runs;

        synchronized long runs() {
            return runs;
        }

        synchronized void one() {
            runs++;
            notifyAll();
        }

        synchronized void waitBeyond(long known, long end) throws InterruptedException {
            while (runs <= known) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new IllegalStateException("No run was told of for %d s.".formatted(PATIENCE_SECONDS));
                }
                wait(left);
            }
        }
    }

    private void measure() throws Exception {
        communes.logIn(MoreProvinces.OFFICER);
        int warmUp = WARM_UP_SECONDS * WARM_UP_RATE;
        List<Aimed> aims = aims(warmUp
                + RATES.stream().mapToInt(rate -> rate * MEASURED_SECONDS).sum());
        listening(() -> run(aims.subList(0, warmUp), WARM_UP_RATE));
        LoadHouse.row("figures a second", "figures", "p50", "p99", "slowest", "runs that were stored");
        LoadHouse.row("---", "---", "---", "---", "---", "---");
        int from = warmUp;
        for (int rate : RATES) {
            int to = from + rate * MEASURED_SECONDS;
            measure(aims.subList(from, to), rate);
            from = to;
        }
    }

    /** With streams of events of their own: a stream ends with the token that opened it. */
    private <T> T listening(Callable<T> work) throws Exception {
        communes.logIn(MoreProvinces.OFFICER);
        HttpClient listener = HttpClient.newHttpClient();
        try {
            communes.provinces().forEach(province -> listen(listener, province));
            return work.call();
        } finally {
            listener.shutdownNow(); // the streams have no end to wait for
        }
    }

    private void measure(List<Aimed> aims, int rate) throws Exception {
        long begun = System.nanoTime();
        double[] milliseconds = listening(() -> run(aims, rate));
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        Arrays.sort(milliseconds);
        LoadHouse.row(
                "%d".formatted(rate),
                "%,d".formatted(milliseconds.length),
                "%.0f ms".formatted(milliseconds[milliseconds.length / 2]),
                "%.0f ms".formatted(milliseconds[milliseconds.length * 99 / 100]),
                "%.0f ms".formatted(milliseconds[milliseconds.length - 1]),
                house.database("""
                        select count(*) from scorecard where tenant_id like 'do-cham-%' and step > 0
                        and recorded_at > now() - interval '1 s' * """ + seconds).getFirst().getFirst());
    }

    /** So many targets of all provinces, in no order. */
    private List<Aimed> aims(int many) {
        List<Aimed> aims = new ArrayList<>();
        for (String province : communes.provinces()) {
            UUID plan = communes.plan(province);
            Map<String, String> attainments = new HashMap<>();
            for (JsonNode item : communes.send(communes.request(
                                    MoreProvinces.OFFICER,
                                    province,
                                    "/api/v1/plans/%s/ratings?limit=10000".formatted(plan))
                            .build())
                    .member("items")
                    .values()) {
                attainments.put(LoadCommunes.text(item, "target"), LoadCommunes.text(item, "attainment"));
            }
            house.database("""
                            select distinct on (target_id) target_id, indicator_code, area_id, observation.amount
                            from target join observation using (tenant_id, indicator_code, area_id)
                            where tenant_id = '%s' and observation.period = '2025-10' order by target_id, observation_id desc
                            """.formatted(province))
                    .forEach(row -> aims.add(new Aimed(
                            province,
                            plan,
                            row.get(0),
                            row.get(1),
                            row.get(2),
                            Double.parseDouble(row.get(3)),
                            attainments.getOrDefault(row.get(0), ""))));
        }
        Collections.shuffle(aims, RANDOM);
        return List.copyOf(aims.subList(0, many));
    }

    private void listen(HttpClient listener, String province) {
        Heard mine = new Heard();
        heard.put(province, mine);
        HttpRequest request = communes.request(MoreProvinces.OFFICER, province, "/api/v1/events")
                .build();
        listener.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAcceptAsync(answer -> hear(answer.body(), mine), Thread::startVirtualThread);
    }

    private static void hear(Stream<String> lines, Heard mine) {
        lines.filter(line -> line.startsWith("data:") && line.contains("\"scorecard\""))
                .forEach(line -> mine.one());
    }

    /** So many a second whether or not the earlier ones are done; how long each took from when it was due, in milliseconds. */
    private double[] run(List<Aimed> aims, int rate) throws InterruptedException {
        ConcurrentLinkedQueue<Double> took = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < aims.size(); i++) {
                long due = begun + i * TimeUnit.SECONDS.toNanos(1) / rate;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                Aimed aim = aims.get(i);
                // From 50 to 150, and never within 5 of what was known: else nothing would be shown anew.
                double amount = 50 + (aim.amount - 50 + 5 + RANDOM.nextInt(900) / 10.0) % 100;
                each.submit(() -> {
                    try {
                        took.add(follow(aim, String.format(Locale.ROOT, "%.1f", amount), due));
                    } catch (Exception e) {
                        failures.add(e);
                    }
                });
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    "%d of %d failed.".formatted(failures.size(), aims.size()), failures.peek());
        }
        return took.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double follow(Aimed aim, String amount, long due) throws InterruptedException {
        communes.send(communes.request(MoreProvinces.OFFICER, aim.province, "/api/v1/observations")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"indicator": "%s", "area": "%s", "period": "2025-10", "status": "revised", "amount": "%s", "unit": "tấn",
                         "source": "Đo chấm điểm"}
                        """.formatted(aim.indicator, aim.area, amount)))
                .build());
        Heard mine = Objects.requireNonNull(heard.get(aim.province));
        HttpRequest looking = communes.request(MoreProvinces.OFFICER, aim.province, aim.path())
                .build();
        long end = due + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            long known = mine.runs();
            JsonNode item = communes.send(looking).member("items").get(0);
            if (!LoadCommunes.text(item, "target").equals(aim.target)) {
                throw new IllegalStateException("Asked for %s, got %s.".formatted(aim.target, item.getValue()));
            }
            if (!LoadCommunes.text(item, "attainment").equals(aim.attainment)) {
                return (System.nanoTime() - due) / 1e6;
            }
            mine.waitBeyond(known, end);
        }
    }
}
