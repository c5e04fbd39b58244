package vn.cotmoc.web.publications;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.publications.OverviewView;
import vn.cotmoc.tenants.identity.MinistryReaders;
import vn.cotmoc.web.wire.Reads;

/** The ministry's overview. */
@Controller("/api/v1/overview")
@Tag(name = "overview")
final class OverviewController {

    private final OverviewView view;
    private final Clock clock;

    OverviewController(OverviewView view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    @Get
    @Operation(operationId = "getOverview", summary = "One row a province, of published figures known on the day")
    @MinistryReaders
    OverviewJson get(@QueryValue @Nullable String asOf) {
        return OverviewJson.of(view.overview(asOf == null ? LocalDate.now(clock) : Reads.day(asOf, "asOf")));
    }
}
