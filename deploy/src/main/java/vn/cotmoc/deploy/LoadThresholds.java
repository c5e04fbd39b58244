package vn.cotmoc.deploy;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.cotmoc.deploy.LoadCommunes.Answer;
import vn.cotmoc.deploy.demo.MoreProvinces;

/**
 * Behind {@code ./cotmoc load thresholds}: every province changes its cut points at once, so that half of all ratings become others,
 * and is looked at until each of its targets shows the rating that it has by them. From the first PUT to the last answer.
 */
final class LoadThresholds {

    private static final int ROUNDS = 5;
    private static final int AT_ONCE = 4;
    private static final long BETWEEN_LOOKS = 25;
    private static final String PATH = "/api/v1/thresholds/province";

    /** @param onTrack share of what is expected by now, as {@code behind} */
    private record Cut(double onTrack, double behind) {

        String body() {
            return """
                    {"exceededFrom": "1.05", "nearlyFrom": "0.95", "onTrackFrom": "%s", "behindFrom": "%s", "tolerance": "0.05",
                     "likelyFrom": "0.8", "openFrom": "0.2", "staleFrom": 2, "validFrom": "2025-01-01", "reason": "Đo tải"}
                    """.formatted(onTrack, behind);
        }

        /** By the national rules, of a target that is on its way. */
        String rating(double pace) {
            if (pace >= onTrack) {
                return "on-track";
            }
            return pace >= behind ? "behind" : "at-risk";
        }
    }

    private static final List<Cut> CUTS = List.of(new Cut(0.9, 0.8), new Cut(1, 0.9));

    private final LoadCommunes communes;
    private final Map<String, UUID> plans = new HashMap<>();

    private LoadThresholds(LoadCommunes communes) {
        this.communes = communes;
        communes.provinces().forEach(province -> plans.put(province, communes.plan(province)));
    }

    public static void main(String[] arguments) throws Exception {
        List<String> all = new ArrayList<>(LoadCommunes.ON_THE_DAY);
        all.addAll(List.of(arguments));
        LoadHouse.run(all.toArray(String[]::new), "", house -> {
            LoadCommunes communes = new LoadCommunes(house);
            communes.prepare();
            new LoadThresholds(communes).measure(house);
        });
    }

    private void measure(LoadHouse house) throws Exception {
        LoadHouse.row("round", "ratings that became others", "first new rating shown", "all shown");
        LoadHouse.row("---", "---", "---", "---");
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round <= ROUNDS; round++) {
            communes.logIn(MoreProvinces.RULE_AUTHOR);
            Round done = round(CUTS.get(round % CUTS.size()));
            if (round > 0) {
                seconds[round - 1] = done.all;
                LoadHouse.row(
                        "" + round,
                        "%,d of %,d".formatted(done.changed, LoadCommunes.TARGETS),
                        "%.2f s".formatted(done.first),
                        "%.2f s".formatted(done.all));
            }
            communes.prepare(); // until cases have followed
        }
        Arrays.sort(seconds);
        LoadHouse.row("median", "", "", "%.2f s".formatted(seconds[ROUNDS / 2]));
        LoadHouse.row(
                "fsync, synchronous_commit",
                house.database("show fsync").getFirst().getFirst(),
                house.database("show synchronous_commit").getFirst().getFirst(),
                "");
    }

    private record Round(int changed, double first, double all) {}

    /** What a province's targets had before, and who says so. */
    private record Seen(String run, Map<String, String> ratings, Map<String, Double> attainments) {}

    private Round round(Cut cut) throws Exception {
        Map<String, Seen> before = new HashMap<>();
        Map<String, HttpRequest> changes = new HashMap<>();
        for (String province : communes.provinces()) {
            before.put(province, seen(ratings(province, 10_000)));
            String tag = communes.send(request(province, PATH).build()).tag();
            changes.put(
                    province,
                    request(province, PATH)
                            .header("Content-Type", "application/json")
                            .header("If-Match", tag)
                            .PUT(HttpRequest.BodyPublishers.ofString(cut.body()))
                            .build());
        }
        long begun = System.nanoTime();
        inTurns(communes.provinces().stream()
                .map(province -> (Callable<Answer>) () -> communes.send(changes.get(province)))
                .toList());
        double first = 0;
        Map<String, Seen> after = new HashMap<>();
        for (String province : communes.provinces()) {
            while (run(ratings(province, 1)).equals(before.get(province).run)) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            after.put(province, seen(ratings(province, 10_000)));
            first = first == 0 ? since(begun) : first;
        }
        double all = since(begun);
        int changed = 0;
        for (String province : communes.provinces()) {
            changed += check(province, before.get(province), after.get(province), cut);
        }
        return new Round(changed, first, all);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static <T> void inTurns(List<Callable<T>> calls) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<T> call : callers.invokeAll(calls)) {
                call.get();
            }
        }
    }

    /** @return how many ratings became others; each is the one that its own numbers ask for */
    private static int check(String province, Seen before, Seen after, Cut cut) {
        if (after.ratings.size() != LoadCommunes.TARGETS / LoadCommunes.PROVINCES) {
            throw new IllegalStateException("%s shows %d ratings.".formatted(province, after.ratings.size()));
        }
        int changed = 0;
        for (Map.Entry<String, String> target : after.ratings.entrySet()) {
            double pace = after.attainments.get(target.getKey()) * 12 / 10;
            String wanted = cut.rating(pace);
            boolean onTheEdge = Stream.of(cut.onTrack, cut.behind).anyMatch(edge -> Math.abs(pace - edge) < 1e-5);
            if (!onTheEdge && !target.getValue().equals(wanted)) {
                throw new IllegalStateException("%s, target %s: %s, by a pace of %f it is %s."
                        .formatted(province, target.getKey(), target.getValue(), pace, wanted));
            }
            changed += target.getValue().equals(before.ratings.get(target.getKey())) ? 0 : 1;
        }
        return changed;
    }

    private Answer ratings(String province, int limit) {
        return communes.send(
                request(province, "/api/v1/plans/%s/ratings?limit=%d".formatted(plans.get(province), limit))
                        .build());
    }

    private HttpRequest.Builder request(String province, String path) {
        return communes.request(MoreProvinces.RULE_AUTHOR, province, path);
    }

    private static String run(Answer ratings) {
        return ratings.member("run").get("id").getStringValue();
    }

    private static Seen seen(Answer ratings) {
        Map<String, String> byTarget = new HashMap<>();
        Map<String, Double> attainments = new HashMap<>();
        StreamSupport.stream(ratings.member("items").values().spliterator(), false)
                .forEach(item -> {
                    String target = item.get("target").getStringValue();
                    byTarget.put(target, item.get("rating").getStringValue());
                    attainments.put(
                            target, Double.valueOf(item.get("attainment").getStringValue()));
                });
        return new Seen(run(ratings), byTarget, attainments);
    }
}
