package vn.cotmoc.web.thresholds;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.thresholds.SetThreshold;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.thresholds.ThresholdView;
import vn.cotmoc.core.thresholds.Thresholds;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.Tags;

/** Cut points of the rating bands: the province's default and indicators' own. */
@Controller("/api/v1/thresholds")
@Tag(name = "thresholds")
final class ThresholdController {

    private final ThresholdView view;
    private final SetThreshold setThreshold;

    ThresholdController(ThresholdView view, SetThreshold setThreshold) {
        this.view = view;
        this.setThreshold = setThreshold;
    }

    @Get
    @Operation(operationId = "listThresholds", summary = "The province's default and every indicator's own")
    @ProvinceReaders
    ThresholdJson.AllJson list() {
        Thresholds all = view.all();
        List<ThresholdJson> own = all.versions().stream()
                .map(Threshold::indicator)
                .filter(indicator -> indicator != null)
                .distinct()
                .sorted()
                .flatMap(indicator -> all.newest(indicator).stream())
                .map(ThresholdJson::of)
                .toList();
        return new ThresholdJson.AllJson(ThresholdJson.of(newest(all, null)), own);
    }

    @Get("/province")
    @Operation(operationId = "getProvinceThreshold", summary = "The province's default")
    @ProvinceReaders
    HttpResponse<ThresholdJson> ofProvince() {
        return tagged(newest(view.all(), null));
    }

    @Put("/province")
    @Operation(operationId = "setProvinceThreshold", summary = "Changes the province's default: appends a version")
    @Secured(Role.RULE_AUTHOR)
    HttpResponse<ThresholdJson> setForProvince(
            @Header("If-Match") @Nullable String ifMatch, @Body ThresholdJson.SetJson body) {
        return tagged(setThreshold.set(body.toCommand(null, Tags.expected(ifMatch))));
    }

    @Get("/indicators/{indicator}")
    @Operation(operationId = "getIndicatorThreshold", summary = "An indicator's own threshold")
    @ProvinceReaders
    HttpResponse<ThresholdJson> ofIndicator(@PathVariable String indicator) {
        return tagged(newest(view.all(), indicator));
    }

    @Put("/indicators/{indicator}")
    @Operation(
            operationId = "setIndicatorThreshold",
            summary = "Changes an indicator's own threshold; If-None-Match: * makes its first")
    @Secured(Role.RULE_AUTHOR)
    HttpResponse<ThresholdJson> setForIndicator(
            @PathVariable String indicator,
            @Header("If-Match") @Nullable String ifMatch,
            @Header("If-None-Match") @Nullable String ifNoneMatch,
            @Body ThresholdJson.SetJson body) {
        return tagged(setThreshold.set(body.toCommand(indicator, Tags.expectedOrNone(ifMatch, ifNoneMatch))));
    }

    private static Threshold newest(Thresholds all, @Nullable String indicator) {
        return all.newest(indicator)
                .orElseThrow(
                        () -> Refusal.unknown("unknown-threshold", "indicator", indicator == null ? "" : indicator));
    }

    private static HttpResponse<ThresholdJson> tagged(Threshold threshold) {
        return HttpResponse.ok(ThresholdJson.of(threshold)).header("ETag", Tags.of(threshold.version()));
    }
}
