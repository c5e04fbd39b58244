package vn.cotmoc.rules.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.rules.drools.Engines;
import vn.cotmoc.rules.interpreter.InterpreterEngine;
import vn.cotmoc.rules.rulesets.SealedModel;

/** Who decides the table. Ours take a call's targets as they do in production. Public for what JMH generates. */
public enum Way {
    HAND_WRITTEN("hand-written Java", () -> oneByOne(HandTable::decide)),
    NATIVE("`native`", () -> scoring(new InterpreterEngine())),
    DROOLS("`drools`", () -> scoring(Engines.drools())),
    EVRETE("Evrete", () -> new EvreteTable()::decide),
    EASY_RULES("Easy Rules", () -> oneByOne(new EasyRulesTable()::decide)),
    CAMUNDA("Camunda DMN", () -> oneByOne(new CamundaTable()::decide)),
    KIE_DMN("KIE DMN", () -> oneByOne(new KieDmnTable()::decide));

    private final String title;
    private final Supplier<Function<List<TargetFacts>, List<Verdict>>> made;

    Way(String title, Supplier<Function<List<TargetFacts>, List<Verdict>>> made) {
        this.title = title;
        this.made = made;
    }

    /** As the README's tables have it. */
    String title() {
        return title;
    }

    /** Ready to decide, and known to decide all as it should. */
    Function<List<TargetFacts>, List<Verdict>> checked() {
        Function<List<TargetFacts>, List<Verdict>> decides = made.get();
        List<TargetFacts> targets = EqualTable.targets();
        List<Verdict> verdicts = decides.apply(targets);
        for (int i = 0; i < targets.size(); i++) {
            Verdict expected = HandTable.decide(targets.get(i));
            if (!verdicts.get(i).equals(expected)) {
                throw new IllegalStateException("%s says %s of %s, where hand-written Java says %s; nothing is timed."
                        .formatted(title, verdicts.get(i), targets.get(i), expected));
            }
        }
        return decides;
    }

    private static Function<List<TargetFacts>, List<Verdict>> scoring(ScoringEngine engine) {
        RuleSet table = SealedModel.seal(EqualTable.MODEL).ruleSet();
        return targets -> engine.score(table, targets);
    }

    private static Function<List<TargetFacts>, List<Verdict>> oneByOne(Function<TargetFacts, Verdict> decides) {
        return targets -> {
            List<Verdict> verdicts = new ArrayList<>(targets.size());
            for (TargetFacts target : targets) {
                verdicts.add(decides.apply(target));
            }
            return verdicts;
        };
    }
}
