package vn.cotmoc.web.me;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import vn.cotmoc.core.provinces.OpenProvinces;
import vn.cotmoc.tenants.identity.Caller;

/** Who is calling, for the screens. */
@Controller("/api/v1/me")
@Tag(name = "me")
final class MeController {

    private final OpenProvinces provinces;

    MeController(OpenProvinces provinces) {
        this.provinces = provinces;
    }

    @Get
    @Operation(operationId = "getMe", summary = "The caller, the province of the token and the roles there")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    MeJson get(@Parameter(hidden = true) Authentication authentication) {
        Caller caller = (Caller) authentication;
        return MeJson.of(caller, caller.province().flatMap(provinces::find).orElse(null));
    }
}
