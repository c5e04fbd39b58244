package vn.cotmoc.rules.authoring;

import static vn.cotmoc.rules.authoring.Combinations.both;
import static vn.cotmoc.rules.authoring.Combinations.saying;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.core.authoring.TestCase;
import vn.cotmoc.core.authoring.Tested;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ReachBand;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;
import vn.cotmoc.rules.decisiontables.Alert;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;

/** Runs an author's cases, and tells which rules none of them reaches. */
final class Testing {

    /** A target on its way of which nothing is to be warned. */
    private static final Map<Fact, Coded> USUAL = new EnumMap<>(Map.of(
            Fact.PHASE, Phase.RUNNING,
            Fact.EVIDENCE, Evidence.PARTIAL,
            Fact.FULFILMENT, Fulfilment.NOT_MET,
            Fact.END_BAND, EndBand.BELOW,
            Fact.PACE_BAND, PaceBand.ON_TRACK,
            Fact.FORECAST_BAND, ForecastBand.NO_FORECAST,
            Fact.REACH_BAND, ReachBand.NO_REACH,
            Fact.AGE, Age.FRESH,
            Fact.CHANGE, Change.USUAL,
            Fact.AGREEMENT, Agreement.AGREED));

    private final RuleModel model;
    private final RuleSet ruleSet;
    private final ScoringEngine engine;
    private final Set<String> rules;
    private final Set<String> fired = new HashSet<>();

    Testing(RuleModel model, RuleSet ruleSet, ScoringEngine engine) {
        this.model = model;
        this.ruleSet = ruleSet;
        this.engine = engine;
        this.rules = new LinkedHashSet<>(Stream.concat(
                        model.rows().stream().map(Row::rule),
                        model.alerts().stream().map(Alert::rule))
                .toList());
    }

    Tested test(List<TestCase> cases) {
        List<Tested.Result> results = cases.stream().map(this::test).toList();
        return new Tested(
                results, rules.stream().filter(rule -> !fired.contains(rule)).toList());
    }

    private Tested.Result test(TestCase test) {
        Remarks remarks = new Remarks();
        BitSet meant = meant(test, remarks);
        if (Coded.find(Rating.class, test.rating()).isEmpty()) {
            remarks.add(Code.WORD_UNKNOWN, "/rating", null, test.rating(), DraftReader.codes(Rating.values()));
        }
        if (test.row() != null
                && model.rows().stream().noneMatch(row -> row.rule().equals(test.row()))) {
            remarks.add(
                    Code.WORD_UNKNOWN,
                    "/row",
                    null,
                    test.row(),
                    model.rows().stream().map(Row::rule).toList());
        }
        if (remarks.blocks()) {
            return new Tested.Result(test.id(), false, null, remarks.all());
        }
        if (meant.isEmpty()) {
            remarks.add(Code.CASE_IMPOSSIBLE, "/given", null, new TreeMap<>(test.given()));
            return new Tested.Result(test.id(), false, null, remarks.all());
        }
        return run(test, meant.nextSetBit(0));
    }

    /** One combination: what is given, and of the rest, fact by fact, what is usual wherever that can be. */
    private static BitSet meant(TestCase test, Remarks remarks) {
        BitSet meant = (BitSet) Possible.combinations().clone();
        new TreeMap<>(test.given()).forEach((code, word) -> {
            String at = Remarks.under("/given", code);
            Fact fact = Coded.find(Fact.class, code).orElse(null);
            if (fact == null) {
                remarks.add(Code.FACT_UNKNOWN, at, null, code, DraftReader.codes(Fact.values()));
                return;
            }
            Coded said = DraftReader.find(fact, word, remarks, at, null);
            if (said != null) {
                meant.and(saying(fact, said));
            }
        });
        USUAL.forEach((fact, word) -> {
            BitSet usual = both(meant, saying(fact, word));
            if (!usual.isEmpty()) {
                meant.and(usual);
            }
        });
        return meant;
    }

    private Tested.Result run(TestCase test, int combination) {
        Verdict verdict;
        try {
            verdict = engine.score(ruleSet, List.of(Properties.facts(combination)))
                    .getFirst();
        } catch (EngineFailure undecided) {
            Remarks remarks = new Remarks();
            remarks.add(Code.GAP, "/rows", null, Combinations.told(combination, model.columns()), 1);
            return new Tested.Result(test.id(), false, null, remarks.all());
        }
        fired.addAll(verdict.fired());
        List<String> flags = verdict.flags().stream().map(Flag::code).toList();
        boolean passed = verdict.rating().code().equals(test.rating())
                && Set.copyOf(flags).equals(Set.copyOf(test.flags()))
                && (test.row() == null || verdict.fired().contains(test.row()));
        Map<String, String> facts = Combinations.told(combination, List.of(Fact.values()));
        return new Tested.Result(
                test.id(),
                passed,
                new Tested.Found(facts, verdict.rating().code(), flags, new ArrayList<>(verdict.fired())),
                List.of());
    }
}
