package vn.cotmoc.core.replies;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("idempotent_reply")
record ReplyRow(
        @TenantId @Nullable String tenantId,
        @EmbeddedId Key key,
        String operation,
        @MappedProperty("request_sha256") String requestSha256,
        int status,
        @Nullable String location,
        @Nullable String etag,
        String body,
        Instant createdAt) {

    @Embeddable
    record Key(
            @MappedProperty("actor") String actor,
            @MappedProperty("reply_key") String replyKey) {}

    Reply toReply() {
        return new Reply(status, location, etag, body);
    }
}
