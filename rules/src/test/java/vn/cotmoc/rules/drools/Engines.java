package vn.cotmoc.rules.drools;

import vn.cotmoc.core.scoring.ScoringEngine;

/** The default engine for tests of other packages. */
public final class Engines {

    private Engines() {}

    public static ScoringEngine drools() {
        return new DroolsEngine(new ShippedKjars());
    }
}
