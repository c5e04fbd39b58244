package vn.cotmoc.core.replay;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.Scorecard;
import vn.cotmoc.core.scoring.ScoringEngine;

/**
 * A stored run made again, in two ways: its facts by its rules, and its figures by today's code.
 *
 * @param engine that its rules ask for, as it is today; null if nobody has the rules any more
 * @param same targets whose record came out letter by letter
 * @param others targets of which less can be said
 * @param miscounted ratings of which the run states another number of targets than there are records
 * @param recomputed targets whose record comes out otherwise from the figures known on the run's day; null if nobody has the rules any more
 * @param features version of today's code
 */
public record Replay(
        Scorecard run,
        Rules rules,
        ScoringEngine.@Nullable Identity engine,
        int same,
        List<Again> others,
        List<Miscount> miscounted,
        @Nullable List<Difference> recomputed,
        int features) {

    /** Where the rules come from. */
    public enum Rules implements Coded {
        /** They were kept with the run. */
        KEPT,
        /** They were not kept, but the house still scores by them. */
        IN_FORCE,
        /** They were not kept, and the house scores by others. */
        LOST,
        /** What was kept does not have the hash that the run states. */
        ALTERED
    }

    public enum Outcome implements Coded {
        /** The record comes out otherwise, or what lists are read from beside it says something else. */
        DIFFERS,
        /** The record is older than its inputs; rating, flags and rules are the same. */
        SAME_VERDICT,
        /** The record is older than its facts: there is nothing to score. */
        TOO_OLD
    }

    /** @param where the parts of the record that differ, by their names in it; {@code beside.rating} is what stands beside it */
    public record Again(UUID target, String name, String nameEn, String place, Outcome outcome, List<String> where) {}

    /** @param stated by the run; {@code found} among its records */
    public record Miscount(Rating rating, int stated, int found) {}
}
