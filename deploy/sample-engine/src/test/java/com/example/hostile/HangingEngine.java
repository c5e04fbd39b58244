package com.example.hostile;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

public final class HangingEngine extends HostileEngine {

    /** Nothing ends it: being interrupted only wakes it for a moment. */
    @Override
    List<Verdict> misbehave(List<TargetFacts> facts) {
        while (!facts.isEmpty()) {
            LockSupport.parkNanos(this, 1_000_000_000);
        }
        return List.of();
    }
}
