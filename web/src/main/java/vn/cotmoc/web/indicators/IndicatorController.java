package vn.cotmoc.web.indicators;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.AddIndicator;
import vn.cotmoc.core.indicators.CorrectIndicator;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Tags;

/** The province's indicators. */
@Controller("/api/v1/indicators")
@Tag(name = "indicators")
final class IndicatorController {

    private final IndicatorView view;
    private final AddIndicator addIndicator;
    private final CorrectIndicator correctIndicator;
    private final CreateOnce createOnce;

    IndicatorController(
            IndicatorView view, AddIndicator addIndicator, CorrectIndicator correctIndicator, CreateOnce createOnce) {
        this.view = view;
        this.addIndicator = addIndicator;
        this.correctIndicator = correctIndicator;
        this.createOnce = createOnce;
    }

    @Get
    @Operation(operationId = "listIndicators", summary = "The province's indicators, by code")
    @ProvinceReaders
    Page<IndicatorJson> list(
            @QueryValue @Nullable String group,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        return Page.of(view.list(group, after, most + 1), most, Indicator::code, IndicatorJson::of);
    }

    @Get("/{code}")
    @Operation(operationId = "getIndicator", summary = "One indicator")
    @ProvinceReaders
    HttpResponse<IndicatorJson> get(@PathVariable String code) {
        return tagged(view.require(code));
    }

    @Put("/{code}")
    @Operation(operationId = "correctIndicator", summary = "Describes an indicator anew, or retires it")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<IndicatorJson> correct(
            @PathVariable String code,
            @Header("If-Match") @Nullable String ifMatch,
            @Body IndicatorJson.Description body) {
        return tagged(correctIndicator.correct(body.with(code, Tags.expected(ifMatch))));
    }

    private static HttpResponse<IndicatorJson> tagged(Indicator indicator) {
        return HttpResponse.ok(IndicatorJson.of(indicator)).header(HttpHeaders.ETAG, Tags.of(indicator.version()));
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "addIndicator", summary = "Adds an indicator of the province's own")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<IndicatorJson> add(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body IndicatorJson.Add body) {
        return createOnce.create(request, idempotencyKey, body, IndicatorJson.class, () -> {
            Indicator added = addIndicator.add(body.toIndicator());
            return new CreateOnce.Made<>(
                    "/api/v1/indicators/" + added.code(), added.version(), IndicatorJson.of(added));
        });
    }
}
