package vn.cotmoc.web.areas;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.AddArea;
import vn.cotmoc.core.areas.Area;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.areas.CorrectArea;
import vn.cotmoc.core.areas.RecordProvinceSuccession;
import vn.cotmoc.core.areas.RecordSuccession;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** The province's administrative units and what became of them. */
@Controller("/api/v1/areas")
@Tag(name = "areas")
final class AreaController {

    private final AreaView view;
    private final AddArea addArea;
    private final CorrectArea correctArea;
    private final RecordSuccession recordSuccession;
    private final RecordProvinceSuccession recordProvinceSuccession;
    private final CreateOnce createOnce;

    AreaController(
            AreaView view,
            AddArea addArea,
            CorrectArea correctArea,
            RecordSuccession recordSuccession,
            RecordProvinceSuccession recordProvinceSuccession,
            CreateOnce createOnce) {
        this.view = view;
        this.addArea = addArea;
        this.correctArea = correctArea;
        this.recordSuccession = recordSuccession;
        this.recordProvinceSuccession = recordProvinceSuccession;
        this.createOnce = createOnce;
    }

    @Get
    @Operation(operationId = "listAreas", summary = "The province and its parts, as of a day or all that ever were")
    @ProvinceReaders
    Page<AreaJson> list(
            @QueryValue @Nullable String on, @QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Area> found = view.list(Reads.dayOrNull(on, "on"), Reads.idOrNull(after, "after"), most + 1);
        return Page.of(found, most, area -> area.id().toString(), AreaJson::of);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "addArea", summary = "Enters a district, commune, ward or special zone")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<AreaJson> add(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body AreaJson.AddJson body) {
        return createOnce.create(request, idempotencyKey, body, AreaJson.class, () -> {
            Area area = addArea.add(body.toCommand());
            return new CreateOnce.Made<>("/api/v1/areas/" + area.id(), null, AreaJson.of(area));
        });
    }

    @Get("/{area}")
    @Operation(operationId = "getArea", summary = "One area with what it came from and what became of it")
    @ProvinceReaders
    HttpResponse<AreaJson.HistoryJson> get(@PathVariable String area) {
        Area found = view.require(Reads.id(area, "area"));
        return HttpResponse.ok(AreaJson.HistoryJson.of(found, view.successions(found.id())))
                .header("ETag", Tags.of(found.version()));
    }

    @Put("/{area}")
    @Operation(
            operationId = "correctArea",
            summary =
                    "Mends the spelling of an area, its code or its source, with a reason; a new name is a succession")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<AreaJson> correct(
            @PathVariable String area, @Header("If-Match") @Nullable String ifMatch, @Body AreaJson.CorrectJson body) {
        Area corrected = correctArea.correct(body.toCommand(Reads.id(area, "area"), Tags.expected(ifMatch)));
        return HttpResponse.ok(AreaJson.of(corrected)).header("ETag", Tags.of(corrected.version()));
    }

    @Post("/successions")
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "recordSuccession",
            summary = "Records that areas were merged, split, renamed or abolished, which ends them")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<SuccessionJson> record(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body SuccessionJson.RecordJson body) {
        return createOnce.create(
                request,
                idempotencyKey,
                body,
                SuccessionJson.class,
                () -> new CreateOnce.Made<>(null, null, SuccessionJson.of(recordSuccession.record(body.toCommand()))));
    }

    @Post("/province/successions")
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "recordProvinceSuccession",
            summary =
                    "Records that the province itself was renamed or formed by a merger; it goes on as the area that it is")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<SuccessionJson> recordOfProvince(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body SuccessionJson.OfProvinceJson body) {
        return createOnce.create(
                request,
                idempotencyKey,
                body,
                SuccessionJson.class,
                () -> new CreateOnce.Made<>(
                        null, null, SuccessionJson.of(recordProvinceSuccession.record(body.toCommand()))));
    }
}
