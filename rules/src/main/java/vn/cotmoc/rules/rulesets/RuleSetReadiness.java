package vn.cotmoc.rules.rulesets;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cotmoc.core.readiness.ReadinessCheck;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Engines;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.ReachBand;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.ShippedRules;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;

/**
 * Whether the rule set scores that holds where nobody chose another. Asking it at the start also loads the rules, so that nobody waits for them. Once it
 * has scored, it is ready: an engine that fails later fails its runs and says so itself, while all else goes on.
 */
@Singleton
public final class RuleSetReadiness implements ReadinessCheck {

    private static final TargetFacts ENDED_WITHOUT_FIGURE = new TargetFacts(
            new UUID(0, 0),
            Phase.ENDED,
            Evidence.NONE,
            Fulfilment.UNDECIDED,
            EndBand.NO_RATIO,
            PaceBand.NO_PACE,
            0,
            0,
            ForecastBand.NO_FORECAST,
            ReachBand.NO_REACH,
            Age.NO_FIGURE,
            Change.USUAL,
            Agreement.AGREED);

    private final ShippedRules shipped;
    private final Engines engines;
    private volatile boolean scored;

    public RuleSetReadiness(ShippedRules shipped, Engines engines) {
        this.shipped = shipped;
        this.engines = engines;
    }

    @Override
    public String property() {
        return "cotmoc.rules";
    }

    /** What is wrong, naming the rule set and the engine; empty when they are ready. */
    @Override
    public Optional<String> fault() {
        if (scored) {
            return Optional.empty();
        }
        RuleSet ruleSet = shipped.byDefault();
        try {
            engines.of(ruleSet).score(ruleSet, List.of(ENDED_WITHOUT_FIGURE));
            scored = true;
            return Optional.empty();
        } catch (ScoringEngine.EngineFailure failure) {
            return Optional.of("Rule set %s %s (sha256 %s) does not score with the engine %s: %s"
                    .formatted(
                            ruleSet.id(), ruleSet.version(), ruleSet.sha256(), ruleSet.engine(), failure.getMessage()));
        }
    }
}
