package vn.cotmoc.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ReachBand;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.RuleSet.Sentence;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.rules.decisiontables.Alert;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.HitPolicy;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.rulesets.SealedModel;

/** Rule sets for tests. */
public final class Tables {

    private Tables() {}

    /** A table that rates every target alike. */
    public static RuleSet always(Rating rating) {
        return ruleSet("always-" + rating.code(), List.of(row("always", List.of(new Condition.Any()), rating)));
    }

    /** A table that says nothing of periods that ended. */
    public static RuleSet runningOnly() {
        Condition running = new Condition.OneOf(List.of(Phase.RUNNING));
        return ruleSet("running-only", List.of(row("running", List.of(running), Rating.ON_TRACK)));
    }

    /**
     * A table, and alerts, of which every word counts: each target has exactly one row, each row its own rating, each alert its
     * own flag. Whatever is changed in it changes a verdict.
     */
    public static RuleModel exact() {
        List<Row> rows = List.of(
                row("ahead", List.of(oneOf(Phase.AHEAD), new Condition.Any()), Rating.INSUFFICIENT_DATA),
                row("silent", List.of(oneOf(Phase.RUNNING), oneOf(Evidence.NONE)), Rating.AT_RISK),
                row(
                        "partly",
                        List.of(oneOf(Phase.RUNNING), oneOf(Evidence.PARTIAL, Evidence.INCOMPARABLE)),
                        Rating.BEHIND),
                row("wholly", List.of(oneOf(Phase.RUNNING), oneOf(Evidence.FULL)), Rating.ON_TRACK),
                row("ended", List.of(oneOf(Phase.ENDED), new Condition.Any()), Rating.MET));
        List<Alert> alerts = List.of(
                alert("old", Map.of(Fact.AGE, oneOf(Age.STALE))),
                alert("lost", Map.of(Fact.REACH_BAND, oneOf(ReachBand.BEYOND, ReachBand.LOST))));
        return new RuleModel(
                "exact",
                "1",
                RuleModel.DEFAULT_ENGINE,
                HitPolicy.FIRST,
                List.of(Fact.PHASE, Fact.EVIDENCE),
                rows,
                alerts);
    }

    private static Condition.OneOf oneOf(Coded... words) {
        return new Condition.OneOf(List.of(words));
    }

    private static Alert alert(String rule, Map<Fact, Condition.OneOf> when) {
        return new Alert(rule, when, new Flag("for-" + rule, Severity.HIGH), new Sentence("Câu.", "Words."));
    }

    /** A table of random conditions whose last row decides what no other did. */
    public static RuleModel random(Random random, int rows) {
        List<Row> table = new ArrayList<>();
        for (int row = 1; row < rows; row++) {
            List<Condition> when = new ArrayList<>();
            for (Fact fact : Fact.values()) {
                when.add(condition(random, fact));
            }
            table.add(row("row-" + row, when, Rating.values()[random.nextInt(Rating.values().length)]));
        }
        List<Condition> anything = IntStream.range(0, Fact.values().length)
                .<Condition>mapToObj(column -> new Condition.Any())
                .toList();
        table.add(row("otherwise", anything, Rating.INSUFFICIENT_DATA));
        return new RuleModel(
                "random",
                "1",
                RuleModel.DEFAULT_ENGINE,
                HitPolicy.FIRST,
                List.of(Fact.values()),
                table,
                alerts(random, rows / 4));
    }

    /** The same, of which all rows that match speak; of flags that several raise some are graver than others. */
    public static RuleModel collecting(Random random, int rows) {
        RuleModel first = random(random, rows);
        List<Row> table = first.rows().stream()
                .map(row -> new Row(
                        row.rule(),
                        row.when(),
                        // Anything is worse, so that each of the other ratings is some target's.
                        row.rule().equals("otherwise") ? Rating.EXCEEDED : row.rating(),
                        List.of(
                                new Flag("for-" + row.rule(), Severity.LOW),
                                new Flag(
                                        "shared-" + random.nextInt(3),
                                        Severity.values()[random.nextInt(Severity.values().length)])),
                        row.says()))
                .toList();
        return new RuleModel(
                "collecting", "1", first.engine(), HitPolicy.COLLECT, first.columns(), table, first.alerts());
    }

    /** Every third flag is raised by several alerts, of which one must win. */
    private static List<Alert> alerts(Random random, int count) {
        List<Alert> alerts = new ArrayList<>();
        for (int alert = 0; alert < count; alert++) {
            Map<Fact, Condition.OneOf> when = new EnumMap<>(Fact.class);
            for (Fact fact : Fact.values()) {
                if (condition(random, fact) instanceof Condition.OneOf oneOf) {
                    when.put(fact, oneOf);
                }
            }
            when.putIfAbsent(Fact.PHASE, new Condition.OneOf(List.of(Phase.RUNNING)));
            alerts.add(new Alert(
                    "alert-" + alert,
                    when,
                    new Flag("warned-" + alert / 3, Severity.values()[random.nextInt(Severity.values().length)]),
                    new Sentence("Câu.", "Words.")));
        }
        return alerts;
    }

    private static Condition condition(Random random, Fact fact) {
        List<Coded> words =
                fact.words().stream().filter(word -> random.nextInt(3) > 0).toList();
        return words.isEmpty() || random.nextInt(4) == 0 ? new Condition.Any() : new Condition.OneOf(words);
    }

    private static Row row(String rule, List<Condition> when, Rating rating) {
        return new Row(
                rule, when, rating, List.of(new Flag("for-" + rule, Severity.LOW)), new Sentence("Câu.", "Words."));
    }

    private static RuleSet ruleSet(String id, List<Row> rows) {
        return SealedModel.seal(new RuleModel(
                        id, "1", RuleModel.DEFAULT_ENGINE, HitPolicy.FIRST, List.of(Fact.PHASE), rows, List.of()))
                .ruleSet();
    }
}
