package vn.cotmoc.web.replay;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.replay.CompareRuns;
import vn.cotmoc.core.scoring.Scorecard;

/**
 * Two stored runs of one plan.
 *
 * @param unchanged targets that both rate alike, with the same flags, by the same figure and aim
 */
@Serdeable
@Schema(name = "ScorecardComparison")
record ComparisonJson(SideJson before, SideJson after, int unchanged, List<DifferenceJson> differences) {

    /** @param at when it was stored */
    @Serdeable
    @Schema(name = "ComparedRun")
    record SideJson(UUID id, Instant at, LocalDate asOf) {

        static SideJson of(Scorecard run) {
            return new SideJson(run.id(), run.recordedAt(), run.assessment().asOf());
        }
    }

    static ComparisonJson of(CompareRuns.Compared compared) {
        int changed = (int) compared.differences().stream()
                .filter(difference -> difference.after() != null)
                .count();
        return new ComparisonJson(
                SideJson.of(compared.before()),
                SideJson.of(compared.after()),
                compared.after().assessment().targets().size() - changed,
                compared.differences().stream().map(DifferenceJson::of).toList());
    }
}
