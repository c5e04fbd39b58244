package vn.cotmoc.web.notifications;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.notifications.Notice;
import vn.cotmoc.web.wire.Listing;

/**
 * Something the caller should know, as sent.
 *
 * @param facts texts for the sentence, by name
 */
@Serdeable
@Schema(name = "Notification")
record NotificationJson(
        UUID id,

        @Schema(
                allowableValues = {
                    "report-due",
                    "report-overdue",
                    "report-submitted",
                    "report-returned",
                    "report-approved",
                    "report-unlocked",
                    "case-opened",
                    "case-worsened",
                    "case-assigned",
                    "explanation-requested",
                    "explanation-returned",
                    "explanation-overdue",
                    "case-explained",
                    "case-reopened",
                    "task-assigned",
                    "task-overdue",
                    "task-done"
                })
        String kind,

        Map<String, String> facts,
        Instant madeAt,
        boolean read) {

    static NotificationJson of(Notice notice) {
        return new NotificationJson(notice.id(), notice.kind().code(), notice.facts(), notice.madeAt(), notice.read());
    }

    /**
     * Newest first.
     *
     * @param unread of all, not of this page
     * @param next pass it as {@code after} for the next page; null on the last one
     */
    @Serdeable
    @Schema(name = "Notifications")
    record ListJson(
            int unread,
            List<NotificationJson> items,
            @Nullable String next) implements Listing<NotificationJson> {

        @Override
        public List<NotificationJson> rows() {
            return items;
        }
    }

    /** By id. */
    @Serdeable
    @Schema(name = "NotificationsRead")
    record ReadJson(List<String> notifications) {}
}
