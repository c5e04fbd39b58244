package vn.cotmoc.web.publications;

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
import vn.cotmoc.core.publications.OverviewView;

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
    @Secured({Role.MINISTRY_VIEWER, Role.MINISTRY_RULE_AUTHOR})
    OverviewJson get(@QueryValue @Nullable String asOf) {
        return OverviewJson.of(view.overview(asOf == null ? LocalDate.now(clock) : Reads.day(asOf, "asOf")));
    }
}
