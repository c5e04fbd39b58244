package vn.cotmoc.rules.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.Targets;

/** The differential test of two engines: neither is believed. */
public final class SameVerdicts {

    private SameVerdicts() {}

    /** On every combination of the facts that rate, and of those that warn. */
    public static void give(ScoringEngine one, ScoringEngine other, RuleSet ruleSet, Random random) {
        for (List<TargetFacts> facts : List.of(Targets.every(random), Targets.everyWarned(random))) {
            assertThat(one.score(ruleSet, facts)).isEqualTo(other.score(ruleSet, facts));
        }
    }
}
