package com.example.hostile;

import java.util.List;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

public final class ThrowingEngine extends HostileEngine {

    @Override
    List<Verdict> misbehave(List<TargetFacts> facts) {
        throw new StackOverflowError("password=hunter2");
    }
}
