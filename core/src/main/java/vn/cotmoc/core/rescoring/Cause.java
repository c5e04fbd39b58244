package vn.cotmoc.core.rescoring;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.cotmoc.core.measure.Coded;

/** Why a plan is scored again: what changed, by the sorts of things as the trail calls them, or that time went by. */
public enum Cause implements Coded {
    FIGURES("observation", "observation_withdrawal"),
    TARGETS("target", "target_revision", "target_named"),
    TRAJECTORIES("trajectory", "checkpoint"),
    THRESHOLDS("threshold"),
    CHECKS("figure_check"),
    PLANS("plan", "plan_step"),
    INDICATORS("indicator"),
    AREAS("area", "succession", "succession_area"),
    UNITS("unit"),
    ARCHIVE("archive"),
    RULES("rule_choice", "rule_release"),
    SCHEDULE;

    private final Set<String> kinds;

    Cause(String... kinds) {
        this.kinds = Set.of(kinds);
    }

    boolean isOf(String kind) {
        return kinds.contains(kind);
    }

    /** Empty for what no score depends on. */
    static Optional<Cause> of(String kind) {
        return Arrays.stream(values())
                .filter(cause -> cause.kinds.contains(kind))
                .findFirst();
    }

    /** All sorts of things that a score depends on. */
    static Set<String> kinds() {
        return Arrays.stream(values()).flatMap(cause -> cause.kinds.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
