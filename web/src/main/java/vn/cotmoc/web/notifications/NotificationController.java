package vn.cotmoc.web.notifications;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.notifications.NotificationView;
import vn.cotmoc.core.notifications.ReadNotifications;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;

/** What the caller was told: by name, as a member of a unit, or as one of a role. */
@Controller("/api/v1/notifications")
@Tag(name = "notifications")
final class NotificationController {

    private final NotificationView view;
    private final ReadNotifications readNotifications;

    NotificationController(NotificationView view, ReadNotifications readNotifications) {
        this.view = view;
        this.readNotifications = readNotifications;
    }

    @Get
    @Operation(operationId = "listNotifications", summary = "What the caller was told, newest first")
    @ProvinceReaders
    NotificationJson.ListJson list(
            @Parameter(hidden = true) Authentication caller,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        Page<NotificationJson> page = Page.of(
                view.list(caller.getRoles(), Reads.idOrNull(after, "after"), most + 1),
                most,
                notice -> notice.id().toString(),
                NotificationJson::of);
        return new NotificationJson.ListJson(view.unread(caller.getRoles()), page.items(), page.next());
    }

    @Put("/read")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "readNotifications",
            summary =
                    "Notes that the caller has read what they were told through the given one; harmless when done twice")
    @ProvinceReaders
    void read(@Parameter(hidden = true) Authentication caller, @Body NotificationJson.ReadJson body) {
        readNotifications.read(Reads.some(body.notifications(), "/notifications", Reads::id), caller.getRoles());
    }
}
