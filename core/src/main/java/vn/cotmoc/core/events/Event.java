package vn.cotmoc.core.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a transaction changed something of a sort. It says what to look at again, never what is to be seen there.
 *
 * @param id in the order in which transactions were about to commit, but for milliseconds
 * @param kind the sort of thing as the trail calls it, e.g. {@code observation}
 * @param subject its key on the trail; null if the transaction changed several of the sort
 */
public record Event(UUID id, String kind, @Nullable String subject, Instant recordedAt) {}
