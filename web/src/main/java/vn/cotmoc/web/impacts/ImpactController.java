package vn.cotmoc.web.impacts;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import vn.cotmoc.core.impacts.FindImpacts;
import vn.cotmoc.core.impacts.ImpactView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;

/** What national rules would change before they hold: to a province in its own plans, to the ministry in those that are published. */
@Controller("/api/v1")
@Tag(name = "rule-impacts")
final class ImpactController {

    private final FindImpacts findImpacts;
    private final ImpactView view;

    ImpactController(FindImpacts findImpacts, ImpactView view) {
        this.findImpacts = findImpacts;
        this.view = view;
    }

    @Get("/rule-impacts")
    @Operation(
            operationId = "listRuleImpacts",
            summary = "What releases of national sets that the province follows would change in its plans")
    @ProvinceReaders
    Page<ImpactJson> own() {
        findImpacts.find(); // of a set that the province chose just now
        return new Page<>(view.own().stream().map(ImpactJson::of).toList(), null);
    }

    @Get("/rule-releases/{release}/impacts")
    @Operation(
            operationId = "listImpactsOfRelease",
            summary =
                    "What a national release would change in the provinces that follow it, of plans that they have published")
    @Secured(Role.MINISTRY_RULE_AUTHOR)
    Page<ImpactJson.OfProvinceJson> everywhere(@PathVariable String release) {
        return new Page<>(
                view.everywhere(Reads.id(release, "release")).stream()
                        .map(ImpactJson.OfProvinceJson::of)
                        .toList(),
                null);
    }
}
