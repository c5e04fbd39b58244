package vn.cotmoc.core.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Scores records again from what they hold: their facts, by the rule set that they were scored by. Figures are not asked. */
public final class ScoreAgain {

    private ScoreAgain() {}

    /** What a stored record becomes. */
    public sealed interface Rescored {

        Explanation stored();

        /** It has all that it was made of. */
        record Rewritten(Explanation stored, Explanation again) implements Rescored {}

        /** It is from before the values of sentences were kept: whether rating, flags and rules are the same is all that can be said. */
        record Judged(Explanation stored, boolean same) implements Rescored {}

        /** It is from before all facts were kept. */
        record Unscored(Explanation stored) implements Rescored {}
    }

    /**
     * One for each record, in their order.
     *
     * @throws ScoringEngine.EngineFailure if the engine cannot score by these rules
     */
    public static List<Rescored> of(List<Explanation> stored, RuleSet ruleSet, ScoringEngine engine) {
        List<TargetFacts> facts =
                stored.stream().map(ScoreAgain::facts).flatMap(Optional::stream).toList();
        List<Verdict> verdicts = engine.score(ruleSet, facts);
        List<Rescored> rescored = new ArrayList<>();
        int scored = 0;
        for (Explanation one : stored) {
            rescored.add(
                    facts(one).isEmpty()
                            ? new Rescored.Unscored(one)
                            : rescored(one, verdicts.get(scored++), ruleSet, engine));
        }
        return rescored;
    }

    private static Rescored rescored(Explanation stored, Verdict verdict, RuleSet ruleSet, ScoringEngine engine) {
        Explanation.Made made = stored.made();
        if (made == null || stored.inputs() == null) {
            return new Rescored.Judged(stored, isSame(stored, verdict));
        }
        Explanation.Made now = new Explanation.Made(
                made.asOf(),
                Explanation.RuleSetRef.of(ruleSet),
                Explanation.EngineRef.of(engine.identity()),
                made.features());
        return new Rescored.Rewritten(stored, Explain.again(stored, verdict, ruleSet, now));
    }

    private static boolean isSame(Explanation stored, Verdict verdict) {
        return stored.rating().equals(verdict.rating().code())
                && Objects.equals(stored.flags(), Explain.raised(verdict))
                && stored.reasons().stream()
                        .map(Explanation.Reason::rule)
                        .toList()
                        .equals(verdict.fired());
    }

    private static Optional<TargetFacts> facts(Explanation stored) {
        return stored.threshold()
                .cutPoints()
                .flatMap(cutPoints -> stored.facts().of(stored.id()));
    }
}
