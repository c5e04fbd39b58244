package vn.cotmoc.rules.authoring;

import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.Placeholder;

/** What the module believes of core, for tests that ask core itself. */
public final class Possibilities {

    private Possibilities() {}

    public static boolean canBe(TargetFacts facts) {
        return Possible.combinations().get(number(facts));
    }

    /** @param name of what a sentence leaves open */
    public static boolean mayFill(String name, TargetFacts facts) {
        return Coded.find(Placeholder.class, name)
                .map(placeholder -> Possible.filled(placeholder).get(number(facts)))
                .orElse(true);
    }

    static int number(TargetFacts facts) {
        int number = 0;
        number = Combinations.with(number, Fact.PHASE, facts.phase());
        number = Combinations.with(number, Fact.EVIDENCE, facts.evidence());
        number = Combinations.with(number, Fact.FULFILMENT, facts.fulfilment());
        number = Combinations.with(number, Fact.END_BAND, facts.endBand());
        number = Combinations.with(number, Fact.PACE_BAND, facts.paceBand());
        number = Combinations.with(number, Fact.FORECAST_BAND, facts.forecastBand());
        number = Combinations.with(number, Fact.REACH_BAND, facts.reachBand());
        number = Combinations.with(number, Fact.AGE, facts.age());
        number = Combinations.with(number, Fact.CHANGE, facts.change());
        return Combinations.with(number, Fact.AGREEMENT, facts.agreement());
    }
}
