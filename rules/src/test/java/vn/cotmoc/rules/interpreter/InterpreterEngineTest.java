package vn.cotmoc.rules.interpreter;

import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.rules.contract.EngineContract;

class InterpreterEngineTest extends EngineContract {

    @Override
    protected ScoringEngine engine() {
        return new InterpreterEngine();
    }
}
