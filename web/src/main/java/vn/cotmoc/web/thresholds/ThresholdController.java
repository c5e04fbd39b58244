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
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.thresholds.Scope;
import vn.cotmoc.core.thresholds.SetThreshold;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.thresholds.ThresholdView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.tenants.identity.RuleReaders;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** Cut points of the bands: the nation's default, the province's, indicators' own, and their own in single places. */
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
                    "What holds on a day (today if left out): the nation's and the province's default, every indicator's own,"
                            + " and theirs in places; what is coming; and every version")
    @RuleReaders
    ThresholdJson.AllJson list(@QueryValue @Nullable String asOf) {
        LocalDate day = Reads.dayOrNull(asOf, "asOf");
        return ThresholdJson.AllJson.of(view.all(), day == null ? LocalDate.now(clock) : day);
    }

    @Get("/nation")
    @Operation(
            operationId = "getNationThreshold",
            summary = "The newest version of the nation's default, which an edit must have seen")
    @RuleReaders
    HttpResponse<ThresholdJson> ofNation() {
        return tagged(newest(Scope.NATION));
    }

    @Put("/nation")
    @Operation(
            operationId = "setNationThreshold",
            summary = "Changes the nation's default from a later day on: appends a version")
    @Secured(Role.MINISTRY_RULE_AUTHOR)
    HttpResponse<ThresholdJson> setForNation(
            @Header("If-Match") @Nullable String ifMatch, @Body ThresholdJson.SetJson body) {
        return set(Scope.NATION, body, Tags.expected(ifMatch));
    }

    @Get("/province")
    @Operation(
            operationId = "getProvinceThreshold",
            summary = "The newest version of the province's default, which an edit must have seen")
    @ProvinceReaders
    HttpResponse<ThresholdJson> ofProvince() {
        return tagged(newest(Scope.PROVINCE));
    }

    @Put("/province")
    @Operation(
            operationId = "setProvinceThreshold",
            summary = "Changes the province's default: appends a version; If-None-Match: * makes its first")
    @Secured(Role.RULE_AUTHOR)
    HttpResponse<ThresholdJson> setForProvince(
            @Header("If-Match") @Nullable String ifMatch,
            @Header("If-None-Match") @Nullable String ifNoneMatch,
            @Body ThresholdJson.SetJson body) {
        return set(Scope.PROVINCE, body, Tags.expectedOrNone(ifMatch, ifNoneMatch));
    }

    @Get("/indicators/{indicator}")
    @Operation(operationId = "getIndicatorThreshold", summary = "The newest version of an indicator's own threshold")
    @ProvinceReaders
    HttpResponse<ThresholdJson> ofIndicator(@PathVariable String indicator) {
        return tagged(newest(new Scope.Indicator(indicator)));
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
        return set(new Scope.Indicator(indicator), body, Tags.expectedOrNone(ifMatch, ifNoneMatch));
    }

    @Get("/indicators/{indicator}/areas/{area}")
    @Operation(
            operationId = "getAreaThreshold",
            summary = "The newest version of an indicator's own threshold in one place")
    @ProvinceReaders
    HttpResponse<ThresholdJson> ofArea(@PathVariable String indicator, @PathVariable String area) {
        return tagged(newest(new Scope.Place(indicator, Reads.id(area, "area"))));
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
        Scope place = new Scope.Place(indicator, Reads.id(area, "area"));
        return set(place, body, Tags.expectedOrNone(ifMatch, ifNoneMatch));
    }

    private HttpResponse<ThresholdJson> set(Scope scope, ThresholdJson.SetJson body, int expectedVersion) {
        return tagged(setThreshold.set(body.toCommand(scope, expectedVersion)));
    }

    private Threshold newest(Scope scope) {
        return view.all().newest(scope).orElseThrow(() -> switch (scope) {
            case Scope.Nation _, Scope.Province _ -> Refusal.unknown("unknown-default-threshold");
            case Scope.Indicator own -> Refusal.unknown("unknown-threshold", "indicator", own.indicator());
            case Scope.Place own ->
                Refusal.unknown("unknown-area-threshold", "indicator", own.indicator(), "area", own.area());
        });
    }

    private static HttpResponse<ThresholdJson> tagged(Threshold threshold) {
        return HttpResponse.ok(ThresholdJson.of(threshold)).header("ETag", Tags.of(threshold.version()));
    }
}
