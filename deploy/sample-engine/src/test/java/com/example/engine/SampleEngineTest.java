package com.example.engine;

import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.rules.contract.EngineContract;

class SampleEngineTest extends EngineContract {

    @Override
    protected ScoringEngine engine() {
        return new SampleEngine();
    }
}
