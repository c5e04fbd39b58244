package vn.cotmoc.web.instruments;

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
import vn.cotmoc.core.instruments.AddInstrument;
import vn.cotmoc.core.instruments.CorrectInstrument;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.instruments.InstrumentView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** The papers that decide something of the province's plans. */
@Controller("/api/v1/instruments")
@Tag(name = "instruments")
final class InstrumentController {

    private final InstrumentView view;
    private final AddInstrument addInstrument;
    private final CorrectInstrument correctInstrument;
    private final CreateOnce createOnce;

    InstrumentController(
            InstrumentView view,
            AddInstrument addInstrument,
            CorrectInstrument correctInstrument,
            CreateOnce createOnce) {
        this.view = view;
        this.addInstrument = addInstrument;
        this.correctInstrument = correctInstrument;
        this.createOnce = createOnce;
    }

    @Get
    @Operation(
            operationId = "listInstruments",
            summary = "Resolutions, decisions and directives, in the order they were entered")
    @ProvinceReaders
    Page<InstrumentJson> list(@QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Instrument> found = view.list(Reads.idOrNull(after, "after"), most + 1);
        return Page.of(found, most, instrument -> instrument.id().toString(), InstrumentJson::of);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "addInstrument", summary = "Enters a resolution, a decision or a directive")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<InstrumentJson> add(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body InstrumentJson.AddJson body) {
        return createOnce.create(request, idempotencyKey, body, InstrumentJson.class, () -> {
            Instrument added = addInstrument.add(body.toCommand());
            return new CreateOnce.Made<>(null, added.version(), InstrumentJson.of(added));
        });
    }

    @Put("/{instrument}")
    @Operation(operationId = "correctInstrument", summary = "Mends what was copied wrongly from a paper, with a reason")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<InstrumentJson> correct(
            @PathVariable String instrument,
            @Header("If-Match") @Nullable String ifMatch,
            @Body InstrumentJson.CorrectJson body) {
        Instrument corrected =
                correctInstrument.correct(body.toCommand(Reads.id(instrument, "instrument"), Tags.expected(ifMatch)));
        return HttpResponse.ok(InstrumentJson.of(corrected)).header("ETag", Tags.of(corrected.version()));
    }
}
