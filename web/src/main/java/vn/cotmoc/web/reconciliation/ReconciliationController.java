package vn.cotmoc.web.reconciliation;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import vn.cotmoc.core.reconciliation.ReconciliationView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.web.wire.Reads;

/** What the parts of a target make together, beside the target itself. */
@Controller("/api/v1/targets/{target}/parts")
@Tag(name = "reconciliation")
final class ReconciliationController {

    private final ReconciliationView view;

    ReconciliationController(ReconciliationView view) {
        this.view = view;
    }

    @Get
    @Operation(operationId = "reconcileTarget", summary = "A target's parts, and what they make together")
    @ProvinceReaders
    ReconciliationJson of(@PathVariable String target) {
        return ReconciliationJson.of(view.of(Reads.id(target, "target")));
    }
}
