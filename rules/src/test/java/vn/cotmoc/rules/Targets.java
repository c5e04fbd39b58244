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
import vn.cotmoc.core.scoring.ReachBand;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;

/** Facts for tests. */
public final class Targets {

    private Targets() {}

    /** What a target's figures warn of. */
    public record Warned(ForecastBand forecastBand, ReachBand reachBand, Age age, Change change, Agreement agreement) {

        public static final Warned OF_NOTHING =
                new Warned(ForecastBand.NO_FORECAST, ReachBand.NO_REACH, Age.FRESH, Change.USUAL, Agreement.AGREED);

        static Warned atRandom(Random random) {
            return new Warned(
                    any(random, ForecastBand.values()),
                    any(random, ReachBand.values()),
                    any(random, Age.values()),
                    any(random, Change.values()),
                    any(random, Agreement.values()));
        }

        public Warned with(ForecastBand other) {
            return new Warned(other, reachBand, age, change, agreement);
        }

        public Warned with(ReachBand other) {
            return new Warned(forecastBand, other, age, change, agreement);
        }

        public Warned with(Age other) {
            return new Warned(forecastBand, reachBand, other, change, agreement);
        }

        public Warned with(Change other) {
            return new Warned(forecastBand, reachBand, age, other, agreement);
        }

        public Warned with(Agreement other) {
            return new Warned(forecastBand, reachBand, age, change, other);
        }
    }

    /** Whose figures warn of nothing. */
    public static TargetFacts target(
            Phase phase, Evidence evidence, Fulfilment fulfilment, EndBand endBand, PaceBand paceBand) {
        return target(phase, evidence, fulfilment, endBand, paceBand, Warned.OF_NOTHING);
    }

    public static TargetFacts target(
            Phase phase, Evidence evidence, Fulfilment fulfilment, EndBand endBand, PaceBand paceBand, Warned warned) {
        return facts(new Random(), phase, evidence, fulfilment, endBand, paceBand, warned);
    }

    private static TargetFacts facts(
            Random random,
            Phase phase,
            Evidence evidence,
            Fulfilment fulfilment,
            EndBand endBand,
            PaceBand paceBand,
            Warned warned) {
        return new TargetFacts(
                new UUID(random.nextLong(), random.nextLong()),
                phase,
                evidence,
                fulfilment,
                endBand,
                paceBand,
                random.nextLong(),
                random.nextLong(),
                warned.forecastBand,
                warned.reachBand,
                warned.age,
                warned.change,
                warned.agreement);
    }

    /** Every combination of the facts that rate, possible or not; what else is known of each is left to chance. */
    public static List<TargetFacts> every(Random random) {
        List<TargetFacts> all = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            for (Evidence evidence : Evidence.values()) {
                for (Fulfilment fulfilment : Fulfilment.values()) {
                    for (EndBand endBand : EndBand.values()) {
                        for (PaceBand paceBand : PaceBand.values()) {
                            all.add(facts(
                                    random, phase, evidence, fulfilment, endBand, paceBand, Warned.atRandom(random)));
                        }
                    }
                }
            }
        }
        return all;
    }

    /** Every combination of the phase, the evidence and the facts that warn, possible or not; the others are left to chance. */
    public static List<TargetFacts> everyWarned(Random random) {
        List<TargetFacts> all = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            for (Evidence evidence : Evidence.values()) {
                for (Warned warned : everyWarning()) {
                    all.add(facts(
                            random,
                            phase,
                            evidence,
                            any(random, Fulfilment.values()),
                            any(random, EndBand.values()),
                            any(random, PaceBand.values()),
                            warned));
                }
            }
        }
        return all;
    }

    private static List<Warned> everyWarning() {
        List<Warned> all = new ArrayList<>();
        for (ForecastBand forecastBand : ForecastBand.values()) {
            for (ReachBand reachBand : ReachBand.values()) {
                for (Age age : Age.values()) {
                    for (Change change : Change.values()) {
                        for (Agreement agreement : Agreement.values()) {
                            all.add(new Warned(forecastBand, reachBand, age, change, agreement));
                        }
                    }
                }
            }
        }
        return all;
    }

    /** Equal, and another one. */
    public static TargetFacts copy(TargetFacts facts) {
        return new TargetFacts(
                facts.target(),
                facts.phase(),
                facts.evidence(),
                facts.fulfilment(),
                facts.endBand(),
                facts.paceBand(),
                facts.attainmentMicros(),
                facts.paceMicros(),
                facts.forecastBand(),
                facts.reachBand(),
                facts.age(),
                facts.change(),
                facts.agreement());
    }

    private static <E> E any(Random random, E[] words) {
        return words[random.nextInt(words.length)];
    }
}
