package vn.cotmoc.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.TargetFacts;

/** Facts for tests. */
public final class Targets {

    private Targets() {}

    public static TargetFacts target(
            Phase phase, Evidence evidence, Fulfilment fulfilment, EndBand endBand, PaceBand paceBand) {
        return new TargetFacts(UUID.randomUUID(), phase, evidence, fulfilment, endBand, paceBand, 0, 0);
    }

    /** Every combination of the facts, possible or not, each with its own micro-ratios. */
    public static List<TargetFacts> every(Random random) {
        List<TargetFacts> all = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            for (Evidence evidence : Evidence.values()) {
                for (Fulfilment fulfilment : Fulfilment.values()) {
                    for (EndBand endBand : EndBand.values()) {
                        for (PaceBand paceBand : PaceBand.values()) {
                            all.add(new TargetFacts(
                                    new UUID(random.nextLong(), random.nextLong()),
                                    phase,
                                    evidence,
                                    fulfilment,
                                    endBand,
                                    paceBand,
                                    random.nextLong(),
                                    random.nextLong()));
                        }
                    }
                }
            }
        }
        return all;
    }
}
