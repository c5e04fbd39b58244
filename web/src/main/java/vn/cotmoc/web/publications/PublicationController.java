package vn.cotmoc.web.publications;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.publications.PublishFigures;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Reads;

/** What the province releases to the ministry. */
@Controller("/api/v1/publications")
@Tag(name = "publications")
final class PublicationController {

    private final PublishFigures publishFigures;
    private final CreateOnce createOnce;

    PublicationController(PublishFigures publishFigures, CreateOnce createOnce) {
        this.publishFigures = publishFigures;
        this.createOnce = createOnce;
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "publishFigures",
            summary = "Releases a year's national figures and stored scorecards to the ministry")
    @Secured(Role.APPROVER)
    HttpResponse<PublicationJson> publish(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body PublicationJson.PublishJson body) {
        Period period = Reads.period(body.period(), "/period");
        return createOnce.create(
                request,
                idempotencyKey,
                body,
                PublicationJson.class,
                () -> new CreateOnce.Made<>(null, null, PublicationJson.of(publishFigures.publish(period))));
    }
}
