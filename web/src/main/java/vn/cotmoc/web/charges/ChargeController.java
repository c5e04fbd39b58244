package vn.cotmoc.web.charges;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.charges.Charge;
import vn.cotmoc.core.charges.ChargeView;
import vn.cotmoc.core.charges.PutInCharge;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** Who answers for the province's targets; it is read with the target. */
@Controller("/api/v1/targets/{target}/charge")
@Tag(name = "charges")
final class ChargeController {

    private final PutInCharge putInCharge;
    private final ChargeView view;

    ChargeController(PutInCharge putInCharge, ChargeView view) {
        this.putInCharge = putInCharge;
        this.view = view;
    }

    @Put
    @Operation(
            operationId = "putInCharge",
            summary = "Says who answers for a target: appends a charge; If-None-Match: * makes its first")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<ChargeJson> put(
            @PathVariable String target,
            @Header("If-Match") @Nullable String ifMatch,
            @Header("If-None-Match") @Nullable String ifNoneMatch,
            @Body ChargeJson.PutJson body) {
        UUID id = Reads.id(target, "target");
        putInCharge.put(body.toCommand(id, Tags.expectedOrNone(ifMatch, ifNoneMatch)));
        Charge newest = view.history(id).getLast();
        return HttpResponse.ok(ChargeJson.of(newest)).header("ETag", Tags.of(newest.number()));
    }
}
