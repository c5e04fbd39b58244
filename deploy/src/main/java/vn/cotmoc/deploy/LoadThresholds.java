package vn.cotmoc.deploy;

import io.micronaut.json.tree.JsonNode;
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
import vn.cotmoc.deploy.LoadCommunes.Answer;
import vn.cotmoc.deploy.LoadCommunes.OnTheWay;
import vn.cotmoc.deploy.demo.MoreProvinces;

/**
 * Behind {@code ./cotmoc load thresholds}: every province changes its cut points at once, so that half of all ratings become others,
 * and is looked at until each of its targets shows the rating that it has by them, four provinces at a time. From the first PUT to
 * the last answer; what is answered is read and checked afterwards.
 */
final class LoadThresholds {

    private static final int ROUNDS = 5;
    private static final int AT_ONCE = 4;

    /** In milliseconds; every look is a call with a token to be verified, paid for by the two cores that score. */
    private static final long BETWEEN_LOOKS = 100;

    private static final List<OnTheWay> CUTS = List.of(new OnTheWay(0.9, 0.8), LoadCommunes.OWN_DESIGN);

    private final LoadCommunes communes;
    private final Map<String, UUID> plans = new HashMap<>();

    private LoadThresholds(LoadCommunes communes) {
        this.communes = communes;
        communes.provinces().forEach(province -> plans.put(province, communes.plan(province)));
    }

    public static void main(String[] arguments) throws Exception {
        LoadHouse.run(arguments, "", house -> {
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

    /** What a run says of one target. */
    private record Rated(String rating, double attainment) {}

    /** What a province shows, and by which run. */
    private record Seen(String run, Map<String, Rated> targets) {}

    /** A province that is about to change its cut points. */
    private record Turn(String province, Seen before, HttpRequest change) {}

    private Round round(OnTheWay cut) throws Exception {
        List<Turn> turns = new ArrayList<>();
        for (String province : communes.provinces()) {
            turns.add(new Turn(province, seen(ratings(province, 10_000)), communes.threshold(province, cut)));
        }
        long begun = System.nanoTime();
        inTurns(turns, turn -> communes.send(turn.change));
        List<Shown> after = inTurns(turns, turn -> shown(turn, begun));
        int changed = 0;
        for (int i = 0; i < turns.size(); i++) {
            changed += check(turns.get(i), seen(after.get(i).ratings), cut);
        }
        return new Round(
                changed,
                after.stream().mapToDouble(Shown::at).min().orElseThrow(),
                after.stream().mapToDouble(Shown::at).max().orElseThrow());
    }

    /** @param at seconds after the first PUT */
    private record Shown(Answer ratings, double at) {}

    private Shown shown(Turn turn, long begun) throws InterruptedException {
        while (newest(turn.province).equals(turn.before.run)) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        Answer ratings = ratings(turn.province, 10_000);
        return new Shown(ratings, (System.nanoTime() - begun) / 1e9);
    }

    private interface Call<T> {

        T of(Turn turn) throws Exception;
    }

    private static <T> List<T> inTurns(List<Turn> turns, Call<T> call) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : callers.invokeAll(turns.stream()
                    .map(turn -> (Callable<T>) () -> call.of(turn))
                    .toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** @return how many ratings became others; each is the one that its own numbers ask for */
    private static int check(Turn turn, Seen after, OnTheWay cut) {
        if (after.targets.size() != LoadCommunes.TARGETS / LoadCommunes.PROVINCES) {
            throw new IllegalStateException("%s shows %d ratings.".formatted(turn.province, after.targets.size()));
        }
        int changed = 0;
        for (Map.Entry<String, Rated> target : after.targets.entrySet()) {
            Rated is = target.getValue();
            double pace = is.attainment * 12 / 10;
            boolean onTheEdge = Stream.of(cut.onTrack(), cut.behind()).anyMatch(edge -> Math.abs(pace - edge) < 1e-5);
            if (!onTheEdge && !is.rating.equals(cut.rating(pace))) {
                throw new IllegalStateException("%s, target %s: %s, by a pace of %f it is %s."
                        .formatted(turn.province, target.getKey(), is.rating, pace, cut.rating(pace)));
            }
            Rated was = turn.before.targets.get(target.getKey());
            changed += was != null && was.rating.equals(is.rating) ? 0 : 1;
        }
        return changed;
    }

    private Answer ratings(String province, int limit) {
        return communes.send(
                request(province, "/api/v1/plans/%s/ratings?limit=%d".formatted(plans.get(province), limit))
                        .build());
    }

    /** The run that the house made last. */
    private String newest(String province) {
        String path = "/api/v1/plans/%s/scoring".formatted(plans.get(province));
        return LoadCommunes.text(communes.send(request(province, path).build()).body(), "scorecard");
    }

    private HttpRequest.Builder request(String province, String path) {
        return communes.request(MoreProvinces.RULE_AUTHOR, province, path);
    }

    private static String run(Answer ratings) {
        return LoadCommunes.text(ratings.member("run"), "id");
    }

    private static Seen seen(Answer ratings) {
        Map<String, Rated> targets = new HashMap<>();
        for (JsonNode item : ratings.member("items").values()) {
            targets.put(
                    LoadCommunes.text(item, "target"),
                    new Rated(
                            LoadCommunes.text(item, "rating"),
                            Double.parseDouble(LoadCommunes.text(item, "attainment"))));
        }
        return new Seen(run(ratings), targets);
    }
}
