package vn.cotmoc.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet.Sentence;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.HitPolicy;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

/** A review is asked for at every pause of a hand; and nobody may keep a processor busy by a clever table. */
class ReviewSpeedTest {

    /** 50 ms on a machine of our own; the tests' may be shared. */
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    private static final Duration LONGEST = Duration.ofSeconds(2);

    @Test
    void aTableOfFiftyRowsAndTenColumnsIsReviewedAtOnce() {
        String model = RuleModelJson.write(Tables.random(new Random(1), 50));

        assertThat(fastest(model)).isLessThan(AT_ONCE);
    }

    @ParameterizedTest
    @MethodSource
    void noTableOfTwoHundredRowsTakesLong(RuleModel model) {
        assertThat(fastest(RuleModelJson.write(model))).isLessThan(LONGEST);
    }

    static Stream<RuleModel> noTableOfTwoHundredRowsTakesLong() {
        return Stream.of(
                Tables.random(new Random(2), 200),
                Tables.collecting(new Random(3), 200),
                narrow(HitPolicy.FIRST),
                narrow(HitPolicy.COLLECT),
                alike(HitPolicy.FIRST),
                alike(HitPolicy.COLLECT));
    }

    /** The whole product of words is small enough to be laid out; a fact more must not change that unseen. */
    @Test
    void allCombinationsAreFewEnoughToBeAskedOneByOne() {
        assertThat(Combinations.COUNT).isEqualTo(207_360);
    }

    /** Every row but one combination less than everything: nothing is ever taken wholly, and all overlap with all. */
    private static RuleModel narrow(HitPolicy hit) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < RuleModel.MOST_ROWS; i++) {
            Map<Fact, Condition> when = new EnumMap<>(Fact.class);
            for (Fact fact : Fact.values()) {
                List<Coded> words = new ArrayList<>(fact.words());
                words.remove((i + fact.ordinal()) % words.size());
                when.put(fact, new Condition.OneOf(words));
            }
            rows.add(row(i, List.copyOf(when.values())));
        }
        return model(hit, rows);
    }

    /** All ask for everything and say the same. */
    private static RuleModel alike(HitPolicy hit) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < RuleModel.MOST_ROWS; i++) {
            rows.add(row(
                    i,
                    Stream.of(Fact.values())
                            .<Condition>map(fact -> new Condition.OneOf(fact.words()))
                            .toList()));
        }
        return model(hit, rows);
    }

    private static Row row(int number, List<Condition> when) {
        return new Row(
                "row-" + number,
                when,
                Rating.MET,
                List.of(new Flag("x", Severity.LOW)),
                new Sentence("Câu.", "Words."));
    }

    private static RuleModel model(HitPolicy hit, List<Row> rows) {
        return new RuleModel("hostile", "1", RuleModel.DEFAULT_ENGINE, hit, List.of(Fact.values()), rows, List.of());
    }

    /** Of some, the later ones in a warm JVM. */
    private static Duration fastest(String model) {
        Duration fastest = Duration.ofDays(1);
        for (int i = 0; i < 12; i++) {
            long begin = System.nanoTime();
            assertThat(Drafts.WORKSHOP.review(model).ruleSet()).isNotNull();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
        }
        System.getLogger("speed").log(System.Logger.Level.INFO, "reviewed in " + fastest);
        return fastest;
    }
}
