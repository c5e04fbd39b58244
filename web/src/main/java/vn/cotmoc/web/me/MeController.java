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
import vn.cotmoc.core.provinces.Province;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitView;
import vn.cotmoc.tenants.identity.Caller;

/** Who is calling, for the screens. */
@Controller("/api/v1/me")
@Tag(name = "me")
final class MeController {

    private final OpenProvinces provinces;
    private final UnitView units;

    MeController(OpenProvinces provinces, UnitView units) {
        this.provinces = provinces;
        this.units = units;
    }

    @Get
    @Operation(operationId = "getMe", summary = "The caller, the province of the token, the unit and the roles there")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    MeJson get(@Parameter(hidden = true) Authentication authentication) {
        Caller caller = (Caller) authentication;
        Province province = caller.province().flatMap(provinces::find).orElse(null);
        Unit unit = province == null ? null : units.ofMember(caller.username()).orElse(null);
        return MeJson.of(caller, province, unit);
    }
}
