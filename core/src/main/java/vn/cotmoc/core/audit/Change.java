package vn.cotmoc.core.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of one thing.
 *
 * @param subject what sort of thing, e.g. {@code indicator}
 * @param key which one, within the province
 * @param was fields that changed, as they were; empty for what was added
 * @param became fields that changed, as they are now; empty for what was withdrawn
 * @param instrument the paper that decided it, in its own words
 */
public record Change(
        UUID id,
        Instant madeAt,
        String madeBy,
        Act act,
        String subject,
        String key,
        Map<String, String> was,
        Map<String, String> became,
        @Nullable String instrument) {}
