package vn.cotmoc.web.thresholds;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.thresholds.SetThreshold;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.thresholds.ThresholdView;
import vn.cotmoc.core.thresholds.Thresholds;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** Cut points of the bands: the province's default, indicators' own, and their own in single places. */
@Controller("/api/v1/thresholds")
@Tag(name = "thresholds")
final class ThresholdController {

    private final ThresholdView view;
    private final SetThreshold setThreshold;
    private final Clock clock;

    ThresholdController(ThresholdView view, SetThreshold setThreshold, Clock clock) {
        this.view = view;
        this.setThreshold = setThreshold;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listThresholds",
            summary =
                    "What holds on a day (today if left out): the province's default, every indicator's own, and theirs in"
                            + " places; what is coming; and every version")
    @ProvinceReaders
    ThresholdJson.AllJson list(@QueryValue @Nullable String asOf) {
        LocalDate day = Reads.dayOrNull(asOf, "asOf");
        return ThresholdJson.AllJson.of(view.all(), day == null ? LocalDate.now(clock) : day);
    }

    @Get("/province")
    @Operation(
            operationId = "getProvinceThreshold",
            summary = "The newest version of the province's default, which an edit must have seen")
    @ProvinceReaders
    HttpResponse<ThresholdJson> ofProvince() {
        return tagged(newest(view.all(), null, null));
    }

    @Put("/province")
    @Operation(operationId = "setProvinceThreshold", summary = "Changes the province's default: appends a version")
    @Secured(Role.RULE_AUTHOR)
    HttpResponse<ThresholdJson> setForProvince(
            @Header("If-Match") @Nullable String ifMatch, @Body ThresholdJson.SetJson body) {
        return tagged(setThreshold.set(body.toCommand(null, null, Tags.expected(ifMatch))));
    }

    @Get("/indicators/{indicator}")
    @Operation(operationId = "getIndicatorThreshold", summary = "The newest version of an indicator's own threshold")
    @ProvinceReaders
    HttpResponse<ThresholdJson> ofIndicator(@PathVariable String indicator) {
        return tagged(newest(view.all(), indicator, null));
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
        return tagged(setThreshold.set(body.toCommand(indicator, null, Tags.expectedOrNone(ifMatch, ifNoneMatch))));
    }

    @Get("/indicators/{indicator}/areas/{area}")
    @Operation(
            operationId = "getAreaThreshold",
            summary = "The newest version of an indicator's own threshold in one place")
    @ProvinceReaders
    HttpResponse<ThresholdJson> ofArea(@PathVariable String indicator, @PathVariable String area) {
        return tagged(newest(view.all(), indicator, Reads.id(area, "area")));
    }

    @Put("/indicators/{indicator}/areas/{area}")
    @Operation(
            operationId = "setAreaThreshold",
            summary = "Changes an indicator's own threshold in one place; If-None-Match: * makes its first")
    @Secured(Role.RULE_AUTHOR)
    HttpResponse<ThresholdJson> setForArea(
            @PathVariable String indicator,
            @PathVariable String area,
            @Header("If-Match") @Nullable String ifMatch,
            @Header("If-None-Match") @Nullable String ifNoneMatch,
            @Body ThresholdJson.SetJson body) {
        return tagged(setThreshold.set(
                body.toCommand(indicator, Reads.id(area, "area"), Tags.expectedOrNone(ifMatch, ifNoneMatch))));
    }

    private static Threshold newest(Thresholds all, @Nullable String indicator, @Nullable UUID area) {
        String named = indicator == null ? "" : indicator;
        return all.newest(indicator, area)
                .orElseThrow(() -> area == null
                        ? Refusal.unknown("unknown-threshold", "indicator", named)
                        : Refusal.unknown("unknown-area-threshold", "indicator", named, "area", area));
    }

    private static HttpResponse<ThresholdJson> tagged(Threshold threshold) {
        return HttpResponse.ok(ThresholdJson.of(threshold)).header("ETag", Tags.of(threshold.version()));
    }
}
