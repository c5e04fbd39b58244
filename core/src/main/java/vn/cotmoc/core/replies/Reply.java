package vn.cotmoc.core.replies;

import org.jspecify.annotations.Nullable;

/**
 * What a creating call was answered.
 *
 * @param status of HTTP
 * @param body JSON
 */
public record Reply(
        int status, @Nullable String location, @Nullable String etag, String body) {}
