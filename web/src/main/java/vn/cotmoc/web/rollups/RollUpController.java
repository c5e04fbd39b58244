package vn.cotmoc.web.rollups;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.rollups.RollUpProvince;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.web.wire.Reads;

/** How the province stands. */
@Controller("/api/v1/roll-up")
@Tag(name = "scorecards")
final class RollUpController {

    private final RollUpProvince rollUpProvince;
    private final Clock clock;

    RollUpController(RollUpProvince rollUpProvince, Clock clock) {
        this.rollUpProvince = rollUpProvince;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "rollUpProvince",
            summary = "All targets of the plans that run on a day (today if left out) together, and by plan")
    @ProvinceReaders
    ProvinceRollUpJson of(@QueryValue @Nullable String asOf) {
        LocalDate day = Reads.dayOrNull(asOf, "asOf");
        return ProvinceRollUpJson.of(rollUpProvince.rollUp(day == null ? LocalDate.now(clock) : day));
    }
}
