package vn.cotmoc.web.observations;

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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.observations.RecordObservations;
import vn.cotmoc.core.observations.RecordObservations.Line;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.BodyType;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.LongBody;

/** Figures by the hundred thousand, as other systems send them. */
@Controller("/api/v1/observations/bulk")
@Tag(name = "observations")
final class BulkController {

    private static final String NDJSON = "application/x-ndjson";

    /** Each holds a connection and some tens of megabytes for a minute or two. */
    private static final int MOST_AT_ONCE = 2;

    private final RecordObservations recordObservations;
    private final CreateOnce createOnce;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    BulkController(RecordObservations recordObservations, CreateOnce createOnce) {
        this.recordObservations = recordObservations;
        this.createOnce = createOnce;
    }

    @Post(consumes = NDJSON)
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "recordObservations",
            summary = "Adds vintages of up to a million figures, a JSON object a line; all of them or none",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = NDJSON,
                                            schema = @Schema(implementation = ObservationJson.RecordJson.class))))
    @Secured(Role.OFFICER)
    HttpResponse<RecordedJson> record(
            HttpRequest<?> request, @Header(CreateOnce.KEY) @Nullable String idempotencyKey, @Body InputStream lines) {
        BodyType.require(request, NDJSON);
        try (LongBody body = LongBody.of(lines)) {
            return createOnce.create(
                    request,
                    idempotencyKey,
                    body.sha256(),
                    RecordedJson.class,
                    () -> new CreateOnce.Made<>(null, null, RecordedJson.of(record(body))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @throws Refusal {@code figures-busy} */
    private RecordObservations.Recorded record(LongBody body) {
        if (!places.tryAcquire()) {
            throw Refusal.conflict("figures-busy", "most", MOST_AT_ONCE);
        }
        try (ReadAhead<Line> lines = new ReadAhead<>(new FigureLines(body.content()))) {
            return recordObservations.record(new RecordObservations.Command(lines, body.sha256()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            places.release();
        }
    }
}
