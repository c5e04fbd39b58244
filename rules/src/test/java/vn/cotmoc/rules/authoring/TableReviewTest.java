package vn.cotmoc.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.rules.authoring.Drafts.WORKSHOP;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.cotmoc.core.authoring.Remark;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet.Sentence;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.HitPolicy;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

/** What is said of a table against what one finds by asking every combination in turn. */
class TableReviewTest {

    @Property(tries = 300)
    void gapsAndRowsThatNobodyNeedsAreThoseThatAskingEveryCombinationFinds(@ForAll("tables") RuleModel model) {
        List<Remark> remarks = WORKSHOP.review(RuleModelJson.write(model)).remarks();

        Set<Map<String, String>> undecided = new HashSet<>();
        Set<Integer> holding = new TreeSet<>();
        Set<Integer> reached = new TreeSet<>();
        Set<Integer> alone = new TreeSet<>();
        for (int at = 0; at < Combinations.COUNT; at++) {
            if (!Possible.combinations().get(at)) {
                continue;
            }
            List<Integer> matching = matching(model, at);
            holding.addAll(matching);
            matching.stream()
                    .limit(model.hit() == HitPolicy.FIRST ? 1 : matching.size())
                    .forEach(reached::add);
            if (matching.isEmpty()) {
                undecided.add(Combinations.told(at, model.columns()));
            } else if (!isSaidByOthers(model, matching)) {
                alone.add(matching.getFirst());
            }
        }
        IntStream rows = IntStream.range(0, model.rows().size());
        assertThat(places(remarks, Code.NEVER_HOLDS)).isEqualTo(rest(model, holding));
        assertThat(places(remarks, Code.NEVER_REACHED))
                .isEqualTo(rows.boxed()
                        .filter(row -> holding.contains(row) && !reached.contains(row))
                        .collect(Collectors.toCollection(TreeSet::new)));
        if (model.hit() == HitPolicy.FIRST) {
            assertThat(places(remarks, Code.SAYS_THE_SAME))
                    .isEqualTo(reached.stream()
                            .filter(row -> !alone.contains(row))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertThat(remarks.stream().filter(remark -> remark.code() == Code.GAP).toList())
                .hasSize(undecided.isEmpty() ? 0 : 1)
                .allSatisfy(gap -> {
                    assertThat(undecided).contains(combination(gap));
                    assertThat(gap.values()).containsEntry("count", undecided.size());
                });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> combination(Remark remark) {
        return (Map<String, String>) remark.values().getOrDefault("combination", Map.of());
    }

    private static List<Integer> matching(RuleModel model, int at) {
        List<Integer> matching = new ArrayList<>();
        for (int row = 0; row < model.rows().size(); row++) {
            boolean holds = true;
            for (int column = 0; column < model.columns().size(); column++) {
                Coded word = Combinations.word(at, model.columns().get(column));
                holds &= switch (model.rows().get(row).when().get(column)) {
                    case Condition.Any any -> true;
                    case Condition.OneOf(List<Coded> words) -> words.contains(word);
                };
            }
            if (holds) {
                matching.add(row);
            }
        }
        return matching;
    }

    /** Whether the row that would take over from the first says what the first says. */
    private static boolean isSaidByOthers(RuleModel model, List<Integer> matching) {
        if (matching.size() == 1) {
            return false;
        }
        Row one = model.rows().get(matching.get(0));
        Row next = model.rows().get(matching.get(1));
        return one.rating() == next.rating()
                && one.says().equals(next.says())
                && one.flags().equals(next.flags());
    }

    private static Set<Integer> rest(RuleModel model, Set<Integer> rows) {
        return IntStream.range(0, model.rows().size())
                .boxed()
                .filter(row -> !rows.contains(row))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> places(List<Remark> remarks, Code code) {
        return remarks.stream()
                .filter(remark -> remark.code() == code)
                .map(remark -> Integer.valueOf(remark.at().split("/")[2]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Provide
    static Arbitrary<RuleModel> tables() {
        return Arbitraries.of(Fact.values())
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(4)
                .flatMap(columns -> Combinators.combine(
                                Arbitraries.of(HitPolicy.values()),
                                row(columns).list().ofMinSize(1).ofMaxSize(7))
                        .as((hit, rows) -> model(hit, columns, rows)));
    }

    private record Cells(List<Condition> when, Rating rating) {}

    private static Arbitrary<Cells> row(List<Fact> columns) {
        List<Arbitrary<Condition>> cells = columns.stream()
                .<Arbitrary<Condition>>map(fact -> Arbitraries.of(fact.words())
                        .set()
                        .ofMinSize(0)
                        .map(words -> words.isEmpty() ? new Condition.Any() : new Condition.OneOf(List.copyOf(words))))
                .toList();
        return Combinators.combine(
                        Combinators.combine(cells).as(List::copyOf), Arbitraries.of(Rating.MET, Rating.MISSED))
                .as(Cells::new);
    }

    private static RuleModel model(HitPolicy hit, List<Fact> columns, List<Cells> cells) {
        List<Row> rows = new ArrayList<>();
        for (Cells row : cells) {
            rows.add(new Row(
                    "row-" + rows.size(),
                    row.when,
                    row.rating,
                    List.of(new Flag("flag", Severity.LOW)),
                    new Sentence("Câu.", "Words.")));
        }
        return new RuleModel("table", "1", RuleModel.DEFAULT_ENGINE, hit, columns, rows, List.of());
    }
}
