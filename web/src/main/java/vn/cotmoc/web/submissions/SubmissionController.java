package vn.cotmoc.web.submissions;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.observations.RecordReport;
import vn.cotmoc.core.submissions.BeginSubmission;
import vn.cotmoc.core.submissions.CheckReport;
import vn.cotmoc.core.submissions.DecideReport;
import vn.cotmoc.core.submissions.EnterFigures;
import vn.cotmoc.core.submissions.Submission;
import vn.cotmoc.core.submissions.SubmissionStatus;
import vn.cotmoc.core.submissions.SubmissionView;
import vn.cotmoc.core.submissions.SubmitReport;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.problems.Problems;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** Units' reports: filled in by their officers, decided by approvers. */
@Controller("/api/v1/submissions")
@Tag(name = "submissions")
final class SubmissionController {

    private final SubmissionView view;
    private final BeginSubmission beginSubmission;
    private final EnterFigures enterFigures;
    private final SubmitReport submitReport;
    private final DecideReport decideReport;
    private final CheckReport checkReport;
    private final CreateOnce createOnce;

    SubmissionController(
            SubmissionView view,
            BeginSubmission beginSubmission,
            EnterFigures enterFigures,
            SubmitReport submitReport,
            DecideReport decideReport,
            CheckReport checkReport,
            CreateOnce createOnce) {
        this.view = view;
        this.beginSubmission = beginSubmission;
        this.enterFigures = enterFigures;
        this.submitReport = submitReport;
        this.decideReport = decideReport;
        this.checkReport = checkReport;
        this.createOnce = createOnce;
    }

    @Get
    @Operation(operationId = "listSubmissions", summary = "Reports, in the order in which they were begun")
    @ProvinceReaders
    Page<SubmissionJson> list(
            @QueryValue @Nullable String form,
            @QueryValue @Nullable String unit,
            @QueryValue @Nullable String period,
            @QueryValue @Nullable String status,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Submission> found = view.list(new SubmissionView.Query(
                Reads.idOrNull(form, "form"),
                Reads.idOrNull(unit, "unit"),
                Reads.periodOrNull(period, "period"),
                Reads.wordOrNull(SubmissionStatus.class, status, "status"),
                Reads.idOrNull(after, "after"),
                most + 1));
        return Page.of(found, most, submission -> submission.id().toString(), SubmissionJson::of);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "beginSubmission", summary = "Begins the report of the caller's unit for a period")
    @Secured(Role.OFFICER)
    HttpResponse<SubmissionJson> begin(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body SubmissionJson.BeginJson body) {
        return createOnce.create(request, idempotencyKey, body, SubmissionJson.class, () -> {
            Submission submission =
                    beginSubmission.begin(Reads.id(body.form(), "/form"), Reads.period(body.period(), "/period"));
            return new CreateOnce.Made<>(
                    "/api/v1/submissions/" + submission.id(), submission.version(), SubmissionJson.of(submission));
        });
    }

    @Get("/{submission}")
    @Operation(operationId = "getSubmission", summary = "One report with how it came to its status")
    @ProvinceReaders
    HttpResponse<SubmissionJson.DetailsJson> get(@PathVariable String submission) {
        Submission found = view.require(Reads.id(submission, "submission"));
        return HttpResponse.ok(SubmissionJson.DetailsJson.of(found, view.filled(found.id()), view.steps(found.id())))
                .header("ETag", Tags.of(found.version()));
    }

    @Get("/{submission}/cells")
    @Operation(operationId = "listSubmissionCells", summary = "What a report asks for and what was written")
    @ProvinceReaders
    Page<SubmissionJson.CellJson> cells(
            HttpRequest<?> request,
            @PathVariable String submission,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        UUID found = view.require(Reads.id(submission, "submission")).id();
        List<SubmissionView.Line> lines = view.lines(found, Reads.position(after, "after"), most + 1);
        Map<Integer, RecordReport.Weighed> weighed = checkReport.of(
                found, lines.stream().map(SubmissionView.Line::cell).toList());
        return Page.of(
                lines,
                most,
                line -> Integer.toString(line.cell().number()),
                line -> SubmissionJson.CellJson.of(
                        line,
                        SubmissionJson.RemarkJson.of(
                                weighed.get(line.cell().number()),
                                said -> Problems.sentence(request, said.code(), said.values()))));
    }

    @Put("/{submission}/figures")
    @Operation(
            operationId = "enterFigures",
            summary = "Writes figures into the report of the caller's unit; all of them or none")
    @Secured(Role.OFFICER)
    HttpResponse<SubmissionJson> enter(
            @PathVariable String submission,
            @Header("If-Match") @Nullable String ifMatch,
            @Body SubmissionJson.EnterJson body) {
        return answer(enterFigures.enter(body.toCommand(Reads.id(submission, "submission"), Tags.expected(ifMatch))));
    }

    @Post("/{submission}/handover")
    @Operation(operationId = "submitReport", summary = "Hands in the report of the caller's unit")
    @Secured(Role.OFFICER)
    HttpResponse<SubmissionJson> submit(
            @PathVariable String submission,
            @Header("If-Match") @Nullable String ifMatch,
            @Body SubmissionJson.SubmitJson body) {
        return answer(submitReport.submit(
                Reads.id(submission, "submission"),
                Tags.expected(ifMatch),
                Reads.textOrNull(body.comment(), "/comment", 2000)));
    }

    @Post("/{submission}/decisions")
    @Operation(
            operationId = "decideReport",
            summary =
                    "Returns, approves, locks, publishes or unlocks a report; whoever wrote into it does not approve it")
    @Secured(Role.APPROVER)
    HttpResponse<SubmissionJson> decide(
            @PathVariable String submission,
            @Header("If-Match") @Nullable String ifMatch,
            @Body SubmissionJson.DecideJson body) {
        return answer(decideReport.decide(body.toCommand(Reads.id(submission, "submission"), Tags.expected(ifMatch))));
    }

    private static HttpResponse<SubmissionJson> answer(Submission submission) {
        return HttpResponse.ok(SubmissionJson.of(submission)).header("ETag", Tags.of(submission.version()));
    }
}
