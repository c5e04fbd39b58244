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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.plans.DrawUpPlan;
import vn.cotmoc.core.plans.Plan;
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
    private final DrawUpPlan drawUpPlan;
    private final CreateOnce createOnce;

    PlanController(PlanView view, DrawUpPlan drawUpPlan, CreateOnce createOnce) {
        this.view = view;
        this.drawUpPlan = drawUpPlan;
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
        PlanView.Line found = view.require(Reads.id(plan, "plan"));
        return HttpResponse.ok(PlanJson.of(found)).header("ETag", Tags.of(found.version()));
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
