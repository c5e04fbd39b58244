package vn.cotmoc.web.replay;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import vn.cotmoc.core.replay.CompareRuns;
import vn.cotmoc.core.replay.ReplayRun;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.web.wire.Reads;

/** Whether a stored run comes about again, and what changed since another. */
@Controller("/api/v1/scorecards/{scorecard}")
@Tag(name = "scorecards")
final class ReplayController {

    private final ReplayRun replayRun;
    private final CompareRuns compareRuns;

    ReplayController(ReplayRun replayRun, CompareRuns compareRuns) {
        this.replayRun = replayRun;
        this.compareRuns = compareRuns;
    }

    @Get("/replay")
    @Operation(
            operationId = "replayScorecard",
            summary = "A stored run made again: its facts by its own rules, and its figures by today's code")
    @ProvinceReaders
    ReplayJson replay(@PathVariable String scorecard) {
        return ReplayJson.of(replayRun.replay(Reads.id(scorecard, "scorecard")));
    }

    @Get("/changes")
    @Operation(
            operationId = "compareScorecards",
            summary = "The targets whose rating or flags are others than in another stored run of the plan, and why")
    @ProvinceReaders
    ComparisonJson compare(@PathVariable String scorecard, @QueryValue String since) {
        return ComparisonJson.of(compareRuns.compare(Reads.id(since, "since"), Reads.id(scorecard, "scorecard")));
    }
}
