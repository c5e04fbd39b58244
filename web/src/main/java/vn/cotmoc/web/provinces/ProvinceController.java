package vn.cotmoc.web.provinces;

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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.provinces.ProvinceView;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.tenants.onboarding.OpenProvince;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;

/**
 * The platform's administrator opens provinces and sees how far each opening is. An opening is idempotent by itself, under any
 * key: the stored row of the province decides, and a temporary password is never kept for a second answer.
 */
@Controller("/api/v1/provinces")
@Tag(name = "provinces")
@Secured(Role.PLATFORM_ADMIN)
final class ProvinceController {

    private final OpenProvince openProvince;
    private final ProvinceView view;

    ProvinceController(OpenProvince openProvince, ProvinceView view) {
        this.openProvince = openProvince;
        this.view = view;
    }

    @Get
    @Operation(operationId = "listProvinces", summary = "Provinces that are open or being opened, by id")
    Page<ProvinceJson> list(@QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<ProvinceView.Row> found = view.list(after == null ? null : id(after), most + 1);
        return Page.of(found, most, province -> province.id().value(), ProvinceJson::of);
    }

    @Get("/{province}")
    @Operation(operationId = "getProvince", summary = "One province")
    ProvinceJson get(@PathVariable String province) {
        return ProvinceJson.of(require(id(province)));
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "openProvince",
            summary = "Opens a province; the same call again continues after a failure and is harmless once it is open",
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "Opened, with the first administrator's temporary password",
                        content = @Content(schema = @Schema(implementation = ProvinceJson.class))),
                @ApiResponse(
                        responseCode = "200",
                        description = "It is open already",
                        content = @Content(schema = @Schema(implementation = ProvinceJson.class))),
                @ApiResponse(
                        responseCode = "202",
                        description = "Stopped on the way; send the same again to continue",
                        content = @Content(schema = @Schema(implementation = ProvinceJson.class)))
            })
    HttpResponse<ProvinceJson> open(
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey, @Body ProvinceJson.OpenJson body) {
        CreateOnce.requireForm(idempotencyKey);
        OpenProvince.Outcome outcome = openProvince.open(body.toCommand());
        ProvinceJson answer = switch (outcome) {
            case OpenProvince.Outcome.Opened opened ->
                ProvinceJson.of(
                        require(opened.id()),
                        new ProvinceJson.FirstAdminJson(opened.username(), opened.temporaryPassword()));
            case OpenProvince.Outcome.AlreadyOpen open ->
                ProvinceJson.of(require(open.id()), new ProvinceJson.FirstAdminJson(open.username(), null));
            case OpenProvince.Outcome.Stopped stopped -> ProvinceJson.of(require(stopped.id()));
        };
        HttpStatus status = switch (outcome) {
            case OpenProvince.Outcome.Opened opened -> HttpStatus.CREATED;
            case OpenProvince.Outcome.AlreadyOpen open -> HttpStatus.OK;
            case OpenProvince.Outcome.Stopped stopped -> HttpStatus.ACCEPTED;
        };
        return HttpResponse.<ProvinceJson>status(status)
                .body(answer)
                .header("Location", "/api/v1/provinces/" + answer.id());
    }

    private ProvinceView.Row require(TenantId id) {
        return view.find(id).orElseThrow(() -> Refusal.unknown("unknown-province", "province", id.value()));
    }

    private static TenantId id(String text) {
        return Optional.of(text)
                .filter(TenantId::isOfProvince)
                .map(TenantId::new)
                .orElseThrow(() -> Refusal.invalid("province-id-malformed", "province"));
    }
}
