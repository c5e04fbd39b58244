package vn.cotmoc.web.coherence;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.coherence.CoherenceView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.web.wire.Reads;

/** What of a plan does not go together. */
@Controller("/api/v1/plans/{plan}/coherence")
@Tag(name = "coherence")
final class CoherenceController {

    private final CoherenceView view;
    private final Clock clock;

    CoherenceController(CoherenceView view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "checkCoherence",
            summary = "Facts of a plan that do not go together, conflicts first, as of a day (today if left out)")
    @ProvinceReaders
    CoherenceJson of(@PathVariable String plan, @QueryValue @Nullable String asOf) {
        LocalDate day = Reads.dayOrNull(asOf, "asOf");
        LocalDate on = day == null ? LocalDate.now(clock) : day;
        return CoherenceJson.of(on, view.of(Reads.id(plan, "plan"), on));
    }
}
