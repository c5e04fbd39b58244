package vn.cotmoc.web.indicators;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.AddIndicator;
import vn.cotmoc.core.indicators.CatalogueView;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;

/** The national catalogue, from which a province adopts. */
@Controller("/api/v1/catalogue")
@Tag(name = "indicators")
final class CatalogueController {

    private final CatalogueView view;
    private final AddIndicator addIndicator;
    private final CreateOnce createOnce;

    CatalogueController(CatalogueView view, AddIndicator addIndicator, CreateOnce createOnce) {
        this.view = view;
        this.addIndicator = addIndicator;
        this.createOnce = createOnce;
    }

    @Get
    @Operation(
            operationId = "listCatalogue",
            summary = "The national catalogue, by code, and what the province has of it")
    @ProvinceReaders
    Page<IndicatorJson.Line> list(@QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        return Page.of(
                view.list(after, most + 1), most, line -> line.indicator().code(), IndicatorJson.Line::of);
    }

    @Post("/adoptions")
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "adoptIndicator", summary = "Copies an indicator of the catalogue into the province's set")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<IndicatorJson> adopt(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body IndicatorJson.Adopt body) {
        return createOnce.create(request, idempotencyKey, body, IndicatorJson.class, () -> {
            Indicator added = addIndicator.adopt(body.toCode());
            return new CreateOnce.Made<>(
                    "/api/v1/indicators/" + added.code(), added.version(), IndicatorJson.of(added));
        });
    }
}
