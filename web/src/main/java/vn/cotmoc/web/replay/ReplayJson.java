package vn.cotmoc.web.replay;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.replay.Replay;
import vn.cotmoc.core.scoring.Scorecard;
import vn.cotmoc.core.scoring.ScoringEngine;

/**
 * A stored run made again.
 *
 * @param rules where its rules come from; lost or altered: nothing could be made again
 * @param scored how many targets it rated
 * @param same of these, how many records came out letter by letter
 * @param others those of which less can be said
 * @param miscounted ratings of which the run states another number of targets than it has records
 * @param engineThen that made the run; @param engineNow the one its rules ask for as it is today, null without rules
 * @param features version of the code that computes facts from figures, today
 * @param recomputed targets whose record comes out otherwise from the figures known on the run's day; null without rules
 */
@Serdeable
@Schema(name = "ScorecardReplay")
record ReplayJson(
        UUID scorecard,
        LocalDate asOf,

        @Schema(allowableValues = {"kept", "in-force", "lost", "altered"})
        String rules,

        String ruleSet,
        String sha256,
        String engineThen,
        @Nullable String engineNow,
        int scored,
        int same,
        List<AgainJson> others,
        List<MiscountJson> miscounted,
        int features,
        @Nullable List<DifferenceJson> recomputed) {

    /** @param found how many records there are */
    @Serdeable
    @Schema(name = "MiscountedRating")
    record MiscountJson(
            @Schema(
                    allowableValues = {
                        "exceeded",
                        "met",
                        "nearly-met",
                        "missed",
                        "on-track",
                        "behind",
                        "at-risk",
                        "insufficient-data"
                    })
            String rating,

            int stated,
            int found) {}

    /** @param where the parts of the record that differ, by their names in it; beside.rating is what lists read beside it */
    @Serdeable
    @Schema(name = "ReplayedTarget")
    record AgainJson(
            UUID target,
            String indicator,
            String indicatorEn,
            String place,

            @Schema(allowableValues = {"differs", "same-verdict", "too-old"})
            String outcome,

            List<String> where) {

        static AgainJson of(Replay.Again again) {
            return new AgainJson(
                    again.target(),
                    again.name(),
                    again.nameEn(),
                    again.place(),
                    again.outcome().code(),
                    again.where());
        }
    }

    static ReplayJson of(Replay replay) {
        Scorecard run = replay.run();
        return new ReplayJson(
                run.id(),
                run.assessment().asOf(),
                replay.rules().code(),
                run.assessment().ruleSet().id() + " "
                        + run.assessment().ruleSet().version(),
                run.assessment().ruleSet().sha256(),
                name(run.assessment().engine()),
                replay.engine() == null ? null : name(replay.engine()),
                run.assessment().targets().size(),
                replay.same(),
                replay.others().stream().map(AgainJson::of).toList(),
                replay.miscounted().stream()
                        .map(one -> new MiscountJson(one.rating().code(), one.stated(), one.found()))
                        .toList(),
                replay.features(),
                replay.recomputed() == null
                        ? null
                        : replay.recomputed().stream().map(DifferenceJson::of).toList());
    }

    private static String name(ScoringEngine.Identity engine) {
        return engine.name() + " " + engine.version();
    }
}
