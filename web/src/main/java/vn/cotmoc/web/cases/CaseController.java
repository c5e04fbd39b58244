package vn.cotmoc.web.cases;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.cases.Case;
import vn.cotmoc.core.cases.CaseStatus;
import vn.cotmoc.core.cases.CaseView;
import vn.cotmoc.core.cases.DecideCase;
import vn.cotmoc.core.cases.ExplainCase;
import vn.cotmoc.core.scoring.ScorecardView;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** What people do about flags: decided by approvers, explained by units. */
@Controller("/api/v1/cases")
@Tag(name = "cases")
final class CaseController {

    private final CaseView view;
    private final ScorecardView scorecards;
    private final DecideCase decideCase;
    private final ExplainCase explainCase;
    private final Clock clock;

    CaseController(
            CaseView view, ScorecardView scorecards, DecideCase decideCase, ExplainCase explainCase, Clock clock) {
        this.view = view;
        this.scorecards = scorecards;
        this.decideCase = decideCase;
        this.explainCase = explainCase;
        this.clock = clock;
    }

    @Get
    @Operation(operationId = "listCases", summary = "Cases, the newest first")
    @ProvinceReaders
    Page<CaseJson> list(
            @QueryValue @Nullable String plan,
            @QueryValue @Nullable String target,
            @QueryValue @Nullable String unit,
            @QueryValue @Nullable String status,
            @QueryValue @Nullable String severity,
            @QueryValue @Nullable String only,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<CaseView.Line> found = view.list(new CaseView.Query(
                Reads.idOrNull(plan, "plan"),
                Reads.idOrNull(target, "target"),
                Reads.idOrNull(unit, "unit"),
                Reads.wordOrNull(CaseStatus.class, status, "status"),
                Reads.wordOrNull(Severity.class, severity, "severity"),
                Reads.wordOrNull(CaseView.Only.class, only, "only"),
                Reads.idOrNull(after, "after"),
                most + 1));
        LocalDate today = LocalDate.now(clock);
        return Page.of(found, most, line -> line.about().id().toString(), line -> CaseJson.of(line, today));
    }

    @Get("/{case}")
    @Operation(operationId = "getCase", summary = "One case with its steps and what the run that opened it says")
    @ProvinceReaders
    HttpResponse<CaseJson.DetailsJson> get(@PathVariable("case") String id) {
        CaseView.Line line = view.require(Reads.id(id, "case"));
        Case about = line.about();
        return HttpResponse.ok(CaseJson.DetailsJson.of(
                        line,
                        LocalDate.now(clock),
                        scorecards.explanation(about.scorecard(), about.target()),
                        view.steps(about.id())))
                .header("ETag", Tags.of(about.version()));
    }

    @Post("/{case}/decisions")
    @Operation(
            operationId = "decideCase",
            summary =
                    "Takes note of a case, assigns it, asks for an explanation, returns one, or accepts it until a day")
    @Secured(Role.APPROVER)
    HttpResponse<CaseJson> decide(
            @PathVariable("case") String id,
            @Header("If-Match") @Nullable String ifMatch,
            @Body CaseJson.DecideJson body) {
        return answer(decideCase.decide(body.toCommand(Reads.id(id, "case"), Tags.expected(ifMatch))));
    }

    @Post("/{case}/explanations")
    @Operation(operationId = "explainCase", summary = "Explains a case, by the unit that was asked")
    @Secured(Role.OFFICER)
    HttpResponse<CaseJson> explain(
            @PathVariable("case") String id,
            @Header("If-Match") @Nullable String ifMatch,
            @Body CaseJson.ExplainJson body) {
        return answer(explainCase.explain(body.toCommand(Reads.id(id, "case"), Tags.expected(ifMatch))));
    }

    private HttpResponse<CaseJson> answer(Case about) {
        return HttpResponse.ok(CaseJson.of(view.require(about.id()), LocalDate.now(clock)))
                .header("ETag", Tags.of(about.version()));
    }
}
