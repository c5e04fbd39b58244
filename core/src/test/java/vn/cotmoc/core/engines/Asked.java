package vn.cotmoc.core.engines;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.Points;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ReachBand;
import vn.cotmoc.core.scoring.RollUpRule;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;

/** What engines are asked in tests, and what may be answered. */
final class Asked {

    static final Flag MISSED = new Flag("missed", Severity.HIGH);

    private Asked() {}

    /** With the rules {@code met} and {@code missed}, of which the second raises a flag. */
    static RuleSet ruleSet(String engine) {
        RuleSet.Sentence sentence = new RuleSet.Sentence("Câu.", "Words.");
        return new RuleSet(
                "small",
                "1",
                engine,
                null,
                "0".repeat(64),
                "{}",
                Map.of("met", sentence, "missed", sentence),
                Set.of(MISSED),
                Map.of(),
                new Points.OfRating(),
                new RollUpRule.Mean());
    }

    static List<TargetFacts> targets(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TargetFacts(
                        new UUID(0, i),
                        Phase.ENDED,
                        Evidence.FULL,
                        Fulfilment.NOT_MET,
                        EndBand.BELOW,
                        PaceBand.NO_PACE,
                        0,
                        0,
                        ForecastBand.NO_FORECAST,
                        ReachBand.NO_REACH,
                        Age.FRESH,
                        Change.USUAL,
                        Agreement.AGREED))
                .toList();
    }

    static Verdict missed(TargetFacts target) {
        return new Verdict(target.target(), Rating.MISSED, List.of(MISSED), List.of("missed"));
    }
}
