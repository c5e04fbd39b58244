package vn.cotmoc.web.checks;

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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.checks.CheckSetting;
import vn.cotmoc.core.checks.CheckSettings;
import vn.cotmoc.core.checks.CheckView;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.checks.SetChecks;
import vn.cotmoc.core.observations.CheckFigure;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** How figures are checked when they are entered: the province's default, indicators' own, and what a figure would fail. */
@Controller("/api/v1/checks")
@Tag(name = "checks")
final class CheckController {

    private final CheckView view;
    private final SetChecks setChecks;
    private final CheckFigure checkFigure;

    CheckController(CheckView view, SetChecks setChecks, CheckFigure checkFigure) {
        this.view = view;
        this.setChecks = setChecks;
        this.checkFigure = checkFigure;
    }

    @Get
    @Operation(operationId = "listChecks", summary = "The province's default and every indicator's own")
    @ProvinceReaders
    CheckJson.AllJson list() {
        CheckSettings all = view.all();
        List<CheckJson> own = all.versions().stream()
                .map(CheckSetting::indicator)
                .filter(indicator -> indicator != null)
                .distinct()
                .sorted()
                .flatMap(indicator -> all.newest(indicator).stream())
                .map(CheckJson::of)
                .toList();
        return new CheckJson.AllJson(
                CheckJson.LimitsJson.of(Limits.OWN_DESIGN),
                all.newest(null).map(CheckJson::of).orElse(null),
                own);
    }

    @Get("/preview")
    @Operation(
            operationId = "previewChecks",
            summary = "What would be warned of, or refused, if this figure were recorded now; nothing is stored")
    @ProvinceReaders
    WarningJson.AllJson preview(
            @QueryValue String indicator,
            @QueryValue @Nullable String area,
            @QueryValue @Nullable String subgroup,
            @QueryValue String period,
            @QueryValue @Nullable String calendar,
            @QueryValue String amount,
            @QueryValue String unit,
            @Parameter(
                            description = "How firm it is; without it no firmer one is looked for",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "outturn",
                                                "estimated",
                                                "preliminary",
                                                "official",
                                                "revised"
                                            }))
                    @QueryValue
                    @Nullable
                    String status) {
        String part = Reads.textOrNull(subgroup, "subgroup", 200);
        CheckFigure.Query query = new CheckFigure.Query(
                Reads.text(indicator, "indicator", 60),
                Reads.idOrNull(area, "area"),
                part == null ? "" : part,
                Reads.period(period, "period"),
                Reads.calendar(calendar, "calendar"),
                Reads.amount(amount, "amount"),
                Reads.text(unit, "unit", 60),
                status == null ? ObservationStatus.REVISED : Reads.word(ObservationStatus.class, status, "status"));
        return new WarningJson.AllJson(
                checkFigure.preview(query).stream().map(WarningJson::of).toList());
    }

    @Put("/province")
    @Operation(
            operationId = "setProvinceChecks",
            summary = "Changes the province's default: appends a version; If-None-Match: * makes its first")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<CheckJson> setForProvince(
            @Header("If-Match") @Nullable String ifMatch,
            @Header("If-None-Match") @Nullable String ifNoneMatch,
            @Body CheckJson.SetJson body) {
        return set(null, ifMatch, ifNoneMatch, body);
    }

    @Put("/indicators/{indicator}")
    @Operation(
            operationId = "setIndicatorChecks",
            summary = "Changes an indicator's own checks; If-None-Match: * makes its first")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<CheckJson> setForIndicator(
            @PathVariable String indicator,
            @Header("If-Match") @Nullable String ifMatch,
            @Header("If-None-Match") @Nullable String ifNoneMatch,
            @Body CheckJson.SetJson body) {
        return set(indicator, ifMatch, ifNoneMatch, body);
    }

    private HttpResponse<CheckJson> set(
            @Nullable String indicator,
            @Nullable String ifMatch,
            @Nullable String ifNoneMatch,
            CheckJson.SetJson body) {
        CheckSetting setting = setChecks.set(body.toCommand(indicator, Tags.expectedOrNone(ifMatch, ifNoneMatch)));
        return HttpResponse.ok(CheckJson.of(setting)).header("ETag", Tags.of(setting.version()));
    }
}
