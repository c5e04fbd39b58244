package vn.cotmoc.web.areas;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;
import vn.cotmoc.core.areas.Area;
import vn.cotmoc.core.areas.AreaView;

/** The province's administrative units. */
@Controller("/api/v1/areas")
@Tag(name = "areas")
final class AreaController {

    private final AreaView view;

    AreaController(AreaView view) {
        this.view = view;
    }

    @Get
    @Operation(operationId = "listAreas", summary = "The province and its parts")
    @Secured({Role.VIEWER, Role.OFFICER, Role.APPROVER, Role.RULE_AUTHOR, Role.PROVINCE_ADMIN})
    Page<AreaJson> list(@QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Area> found = view.list(Reads.idOrNull(after, "after"), most + 1);
        return Page.of(found, most, area -> area.id().toString(), AreaJson::of);
    }
}
