package vn.cotmoc.rules.drools;

import java.util.Optional;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.rules.seals.SealingKey;

/** The default engine for tests of other packages. */
public final class Engines {

    private Engines() {}

    public static ScoringEngine drools() {
        return with(new ShippedKjars());
    }

    /** That compiles in the test's own process and keeps nothing. */
    static DroolsEngine with(ShippedKjars shipped) {
        return new DroolsEngine(new RuleCode(
                shipped,
                Optional.empty(),
                new SealingKey("target/keys/none.key"),
                model -> RuleCompiler.compile(model)));
    }
}
