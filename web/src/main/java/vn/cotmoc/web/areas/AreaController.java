package vn.cotmoc.web.areas;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.Area;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;

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
    @ProvinceReaders
    Page<AreaJson> list(@QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Area> found = view.list(Reads.idOrNull(after, "after"), most + 1);
        return Page.of(found, most, area -> area.id().toString(), AreaJson::of);
    }
}
