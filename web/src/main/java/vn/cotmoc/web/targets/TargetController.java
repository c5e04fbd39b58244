package vn.cotmoc.web.targets;

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
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.charges.ChargeView;
import vn.cotmoc.core.targets.AmendTarget;
import vn.cotmoc.core.targets.SetTarget;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.TargetView;
import vn.cotmoc.core.targets.WithdrawTarget;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** The targets of the province's plans. */
@Controller("/api/v1")
@Tag(name = "targets")
final class TargetController {

    private final SetTarget setTarget;
    private final AmendTarget amendTarget;
    private final WithdrawTarget withdrawTarget;
    private final TargetView view;
    private final ChargeView charges;
    private final CreateOnce createOnce;

    TargetController(
            SetTarget setTarget,
            AmendTarget amendTarget,
            WithdrawTarget withdrawTarget,
            TargetView view,
            ChargeView charges,
            CreateOnce createOnce) {
        this.setTarget = setTarget;
        this.amendTarget = amendTarget;
        this.withdrawTarget = withdrawTarget;
        this.view = view;
        this.charges = charges;
        this.createOnce = createOnce;
    }

    @Post("/plans/{plan}/targets")
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "setTarget", summary = "Puts a target into a plan")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<TargetJson> set(
            HttpRequest<?> request,
            @PathVariable String plan,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body TargetJson.SetJson body) {
        UUID planId = Reads.id(plan, "plan");
        return createOnce.create(request, idempotencyKey, body, TargetJson.class, () -> {
            Target target = setTarget.set(body.toCommand(planId));
            return new CreateOnce.Made<>("/api/v1/targets/" + target.id(), 1, json(target.id()));
        });
    }

    @Get("/targets/{target}")
    @Operation(operationId = "getTarget", summary = "One target with all its revisions, and who answers for it")
    @ProvinceReaders
    HttpResponse<TargetJson> get(@PathVariable String target) {
        return tagged(json(Reads.id(target, "target")));
    }

    @Put("/targets/{target}")
    @Operation(operationId = "amendTarget", summary = "Amends a target: appends a revision, keeps the old ones")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<TargetJson> amend(
            @PathVariable String target,
            @Header("If-Match") @Nullable String ifMatch,
            @Body TargetJson.AmendJson body) {
        UUID id = Reads.id(target, "target");
        amendTarget.amend(body.toCommand(id, Tags.expected(ifMatch)));
        return tagged(json(id));
    }

    @Post("/targets/{target}/withdrawal")
    @Status(HttpStatus.OK)
    @Operation(
            operationId = "withdrawTarget",
            summary = "Takes a target back: out of a draft as a mistake, later by a paper; it stays readable")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<TargetJson> withdraw(
            @PathVariable String target,
            @Header("If-Match") @Nullable String ifMatch,
            @Body TargetJson.WithdrawJson body) {
        UUID id = Reads.id(target, "target");
        withdrawTarget.withdraw(body.toCommand(id, Tags.expected(ifMatch)));
        return tagged(json(id));
    }

    private TargetJson json(UUID id) {
        return TargetJson.of(view.require(id), charges.history(id));
    }

    private static HttpResponse<TargetJson> tagged(TargetJson target) {
        return HttpResponse.ok(target).header("ETag", Tags.of(target.version()));
    }
}
