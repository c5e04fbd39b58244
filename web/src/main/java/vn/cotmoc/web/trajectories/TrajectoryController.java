package vn.cotmoc.web.trajectories;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.pace.Outlook;
import vn.cotmoc.core.pace.OutlookView;
import vn.cotmoc.core.trajectories.SetTrajectory;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** The ways of the province's targets through their periods. */
@Controller("/api/v1/targets/{target}/trajectory")
@Tag(name = "trajectories")
final class TrajectoryController {

    private final SetTrajectory setTrajectory;
    private final OutlookView view;
    private final Clock clock;

    TrajectoryController(SetTrajectory setTrajectory, OutlookView view, Clock clock) {
        this.setTrajectory = setTrajectory;
        this.view = view;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "getTrajectory",
            summary =
                    "What is expected of a target by when, what came, and what the rest of its period must bring, as of a day (today if left out)")
    @ProvinceReaders
    HttpResponse<TrajectoryJson> get(@PathVariable String target, @QueryValue @Nullable String asOf) {
        LocalDate day = Reads.dayOrNull(asOf, "asOf");
        return tagged(Reads.id(target, "target"), day == null ? LocalDate.now(clock) : day);
    }

    @Put
    @Operation(
            operationId = "setTrajectory",
            summary =
                    "Says what is expected of a target by when: appends a version with all its checkpoints; If-None-Match: * makes its first")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<TrajectoryJson> set(
            @PathVariable String target,
            @Header("If-Match") @Nullable String ifMatch,
            @Header("If-None-Match") @Nullable String ifNoneMatch,
            @Body TrajectoryJson.SetJson body) {
        UUID id = Reads.id(target, "target");
        setTrajectory.set(body.toCommand(id, Tags.expectedOrNone(ifMatch, ifNoneMatch)));
        return tagged(id, LocalDate.now(clock));
    }

    /** The tag is the newest version's, which the next edit must name; there is none before the first. */
    private HttpResponse<TrajectoryJson> tagged(UUID target, LocalDate day) {
        Outlook outlook = view.of(target, day);
        MutableHttpResponse<TrajectoryJson> answer = HttpResponse.ok(TrajectoryJson.of(outlook));
        return outlook.history().isEmpty()
                ? answer
                : answer.header("ETag", Tags.of(outlook.history().getLast().version()));
    }
}
