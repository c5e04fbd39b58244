package vn.cotmoc.web.rescoring;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import vn.cotmoc.core.rescoring.RescoringView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.web.wire.Reads;

/** Whether a plan's newest figures are in its stored scorecards yet. */
@Controller("/api/v1/plans/{plan}/scoring")
@Tag(name = "scorecards")
final class RescoringController {

    private final RescoringView rescorings;

    RescoringController(RescoringView rescorings) {
        this.rescorings = rescorings;
    }

    @Get
    @Operation(
            operationId = "getScoring",
            summary = "How the automatic scoring of a plan stands: asked for by what, running, done, or why not")
    @ProvinceReaders
    RescoringJson get(@PathVariable String plan) {
        return rescorings.of(Reads.id(plan, "plan")).map(RescoringJson::of).orElse(RescoringJson.NEVER);
    }
}
