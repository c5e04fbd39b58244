package vn.cotmoc.web.events;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.web.wire.Reads;

/** The one stream of a province's events. */
@Controller("/api/v1/events")
@Tag(name = "events")
final class EventController {

    /** A token lives as long: whoever lost a role or a province hears nothing after it. */
    private static final int LONGEST = 300;

    private final LiveEvents liveEvents;
    private final CurrentTenant currentTenant;

    EventController(LiveEvents liveEvents, CurrentTenant currentTenant) {
        this.liveEvents = liveEvents;
        this.currentTenant = currentTenant;
    }

    /**
     * Refuses {@code seconds-range} and an id that is none.
     *
     * @param lastEventId the id of the last event that was received: what came since is told first
     * @param seconds after which the stream ends, 300 at most and if left out; its reader asks again, by a fresh token. With 0
     *     only what was missed is told
     */
    @Get(produces = MediaType.TEXT_EVENT_STREAM)
    @Operation(
            operationId = "streamEvents",
            summary = "Server-sent events: which sorts of things have changed in the province; some may be told twice")
    @ApiResponse(
            responseCode = "200",
            description = "A stream of events, each with an id; comments keep it open",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM,
                            schema = @Schema(implementation = EventJson.class)))
    @ProvinceReaders
    Publisher<Event<EventJson>> stream(
            @Header("Last-Event-ID") @Nullable String lastEventId, @QueryValue @Nullable Integer seconds) {
        int length = seconds == null ? LONGEST : seconds;
        if (length < 0 || length > LONGEST) {
            throw Refusal.invalid("seconds-range", "seconds", "seconds", length, "most", LONGEST);
        }
        return liveEvents.stream(
                currentTenant.get(), Reads.idOrNull(lastEventId, "Last-Event-ID"), Duration.ofSeconds(length));
    }
}
