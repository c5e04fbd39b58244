package vn.cotmoc.core.notifications;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that somebody should know.
 *
 * @param facts texts for the sentence, by name
 * @param read whether who asks has read it
 */
public record Notice(UUID id, NoticeKind kind, Map<String, String> facts, Instant madeAt, boolean read) {}
