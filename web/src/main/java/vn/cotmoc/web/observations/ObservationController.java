package vn.cotmoc.web.observations;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.observations.RecordObservation;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;

/** The province's figures, every vintage of them. */
@Controller("/api/v1/observations")
@Tag(name = "observations")
final class ObservationController {

    private final ObservationView view;
    private final RecordObservation recordObservation;
    private final CreateOnce createOnce;

    ObservationController(ObservationView view, RecordObservation recordObservation, CreateOnce createOnce) {
        this.view = view;
        this.recordObservation = recordObservation;
        this.createOnce = createOnce;
    }

    @Get
    @Operation(operationId = "listObservations", summary = "Vintages of figures, in the order they were recorded")
    @ProvinceReaders
    Page<ObservationJson> list(
            @QueryValue @Nullable String indicator,
            @QueryValue @Nullable String area,
            @QueryValue @Nullable String period,
            @QueryValue @Nullable String asOf,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Observation> found = view.list(new ObservationView.Query(
                indicator,
                Reads.idOrNull(area, "area"),
                Reads.periodOrNull(period, "period"),
                Reads.dayOrNull(asOf, "asOf"),
                Reads.idOrNull(after, "after"),
                most + 1));
        return Page.of(found, most, observation -> observation.id().toString(), ObservationJson::of);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "recordObservation", summary = "Adds a vintage of a figure; older ones stay")
    @Secured(Role.OFFICER)
    HttpResponse<ObservationJson> record(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body ObservationJson.RecordJson body) {
        return createOnce.create(
                request,
                idempotencyKey,
                body,
                ObservationJson.class,
                () -> new CreateOnce.Made<>(
                        null, null, ObservationJson.of(recordObservation.record(body.toCommand()))));
    }
}
