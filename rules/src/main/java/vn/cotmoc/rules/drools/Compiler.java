package vn.cotmoc.rules.drools;

import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.rules.rulesets.SealedModel;

/** Makes code of a model. */
interface Compiler {

    /** @throws EngineFailure if it does not compile, or not within its budget */
    Kjar compile(SealedModel sealed);
}
