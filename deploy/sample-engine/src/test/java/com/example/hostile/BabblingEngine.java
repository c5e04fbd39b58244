package com.example.hostile;

import java.util.List;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

public final class BabblingEngine extends HostileEngine {

    /** All is well, of each target's neighbour. */
    @Override
    List<Verdict> misbehave(List<TargetFacts> facts) {
        return facts.reversed().stream().map(HostileEngine::missing).toList();
    }
}
