package vn.cotmoc.rules.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet.Sentence;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.HitPolicy;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;

/**
 * The table that every engine decides: 27 rows over four inputs of three words each. A phase asks two of the three other inputs,
 * each phase another two, one row for each of their nine combinations; so each of the 81 combinations of inputs has exactly one row,
 * in whatever order an engine looks, and a cell is one word or any, which every engine can say in its own plainest way.
 */
final class EqualTable {

    static final List<Fact> INPUTS = List.of(Fact.PHASE, Fact.FULFILMENT, Fact.AGE, Fact.AGREEMENT);

    static final List<Row> ROWS = rows();

    static final RuleModel MODEL =
            new RuleModel("equal-table", "1", RuleModel.DEFAULT_ENGINE, HitPolicy.FIRST, INPUTS, ROWS, List.of());

    private static final Map<String, Row> BY_RULE = ROWS.stream().collect(Collectors.toMap(Row::rule, row -> row));

    private EqualTable() {}

    /** All combinations of the inputs, each several times and in any order; what else is known of each is left to chance. */
    static List<TargetFacts> targets() {
        Random random = new Random(27);
        List<TargetFacts> targets = Targets.everyWarned(random);
        Collections.shuffle(targets, random);
        return targets;
    }

    /** The word that the row asks of each input, but for those of which it takes any. */
    static Map<Fact, Coded> asks(Row row) {
        Map<Fact, Coded> asks = new EnumMap<>(Fact.class);
        for (int column = 0; column < INPUTS.size(); column++) {
            if (row.when().get(column) instanceof Condition.OneOf oneOf) {
                asks.put(INPUTS.get(column), oneOf.words().getFirst());
            }
        }
        return asks;
    }

    /** What the target says of an input. */
    static Coded said(Fact input, TargetFacts target) {
        return switch (input) {
            case PHASE -> target.phase();
            case FULFILMENT -> target.fulfilment();
            case AGE -> target.age();
            case AGREEMENT -> target.agreement();
            case EVIDENCE, END_BAND, PACE_BAND, FORECAST_BAND, REACH_BAND, CHANGE ->
                throw new IllegalArgumentException("The table does not ask %s.".formatted(input));
        };
    }

    /** The inputs' words by the inputs' names, which is how engines of DMN are asked. */
    static Map<String, Object> words(TargetFacts target) {
        return Map.of(
                "phase", target.phase().name(),
                "fulfilment", target.fulfilment().name(),
                "age", target.age().name(),
                "agreement", target.agreement().name());
    }

    private static List<Row> rows() {
        return Stream.of(
                        rows(Phase.AHEAD, Fact.FULFILMENT, Fact.AGE),
                        rows(Phase.RUNNING, Fact.FULFILMENT, Fact.AGREEMENT),
                        rows(Phase.ENDED, Fact.AGE, Fact.AGREEMENT))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Row> rows(Phase phase, Fact one, Fact other) {
        return one.words().stream()
                .flatMap(word ->
                        other.words().stream().map(its -> row(Map.of(Fact.PHASE, phase, one, word, other, its))));
    }

    private static Row row(Map<Fact, Coded> asks) {
        List<Condition> when = new ArrayList<>();
        for (Fact input : INPUTS) {
            Coded word = asks.get(input);
            when.add(word == null ? new Condition.Any() : new Condition.OneOf(List.of(word)));
        }
        String rule = new TreeMap<>(asks).values().stream().map(Coded::code).collect(Collectors.joining("-"));
        return new Row(
                rule, when, Rating.ON_TRACK, List.of(new Flag(rule, Severity.LOW)), new Sentence("Câu.", "Words."));
    }

    static Verdict verdict(TargetFacts target, String rule) {
        return verdict(target, Objects.requireNonNull(BY_RULE.get(rule)));
    }

    static Verdict verdict(TargetFacts target, Row row) {
        return new Verdict(target.target(), row.rating(), row.flags(), List.of(row.rule()));
    }
}
