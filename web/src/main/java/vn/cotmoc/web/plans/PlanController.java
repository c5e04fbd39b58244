package vn.cotmoc.web.plans;

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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.instruments.InstrumentView;
import vn.cotmoc.core.plans.AdvancePlan;
import vn.cotmoc.core.plans.CorrectTitle;
import vn.cotmoc.core.plans.DrawUpPlan;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStep;
import vn.cotmoc.core.plans.PlanView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** The province's plans. */
@Controller("/api/v1/plans")
@Tag(name = "plans")
final class PlanController {

    private final PlanView view;
    private final InstrumentView instruments;
    private final DrawUpPlan drawUpPlan;
    private final AdvancePlan advancePlan;
    private final CorrectTitle correctTitle;
    private final CreateOnce createOnce;

    PlanController(
            PlanView view,
            InstrumentView instruments,
            DrawUpPlan drawUpPlan,
            AdvancePlan advancePlan,
            CorrectTitle correctTitle,
            CreateOnce createOnce) {
        this.view = view;
        this.instruments = instruments;
        this.drawUpPlan = drawUpPlan;
        this.advancePlan = advancePlan;
        this.correctTitle = correctTitle;
        this.createOnce = createOnce;
    }

    @Get
    @Operation(operationId = "listPlans", summary = "The province's plans")
    @ProvinceReaders
    Page<PlanJson> list(@QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<PlanView.Line> found = view.list(Reads.idOrNull(after, "after"), most + 1);
        return Page.of(found, most, plan -> plan.id().toString(), PlanJson::of);
    }

    @Get("/{plan}")
    @Operation(operationId = "getPlan", summary = "One plan")
    @ProvinceReaders
    HttpResponse<PlanJson> get(@PathVariable String plan) {
        return tagged(view.require(Reads.id(plan, "plan")));
    }

    @Get("/{plan}/steps")
    @Operation(operationId = "listPlanSteps", summary = "How a plan came to its status, oldest step first")
    @ProvinceReaders
    Page<StepJson> steps(@PathVariable String plan) {
        List<PlanStep> steps = view.steps(Reads.id(plan, "plan"));
        List<UUID> deciding = steps.stream()
                .map(PlanStep::instrument)
                .filter(Objects::nonNull)
                .toList();
        Map<UUID, Instrument> papers = instruments.of(deciding);
        return new Page<>(steps.stream().map(step -> StepJson.of(step, papers)).toList(), null);
    }

    @Post("/{plan}/steps")
    @Operation(
            operationId = "advancePlan",
            summary = "Takes a plan one step further: adopted, assigned, amended, closed")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<PlanJson> advance(
            @PathVariable String plan, @Header("If-Match") @Nullable String ifMatch, @Body StepJson.AdvanceJson body) {
        Plan advanced = advancePlan.advance(body.toCommand(Reads.id(plan, "plan"), Tags.expected(ifMatch)));
        return tagged(view.require(advanced.id()));
    }

    @Put("/{plan}/title")
    @Operation(
            operationId = "correctPlanTitle",
            summary = "Mends the title of a plan that is not closed, with a reason")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<PlanJson> correctTitle(
            @PathVariable String plan, @Header("If-Match") @Nullable String ifMatch, @Body PlanJson.TitleJson body) {
        Plan corrected = correctTitle.correct(body.toCommand(Reads.id(plan, "plan"), Tags.expected(ifMatch)));
        return tagged(view.require(corrected.id()));
    }

    private static HttpResponse<PlanJson> tagged(PlanView.Line plan) {
        return HttpResponse.ok(PlanJson.of(plan)).header("ETag", Tags.of(plan.version()));
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "drawUpPlan", summary = "Begins the plan of a year or a term")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<PlanJson> drawUp(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body PlanJson.DrawUp body) {
        return createOnce.create(request, idempotencyKey, body, PlanJson.class, () -> {
            Plan plan = drawUpPlan.drawUp(body.toCommand());
            return new CreateOnce.Made<>("/api/v1/plans/" + plan.id(), plan.version(), PlanJson.of(plan, 0));
        });
    }
}
