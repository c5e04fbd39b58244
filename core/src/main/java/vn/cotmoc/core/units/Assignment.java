package vn.cotmoc.core.units;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a unit reports now.
 *
 * @param area null for every area of the province
 * @param since when it was assigned
 * @param by who assigned it
 */
public record Assignment(
        UUID id, String indicator, @Nullable UUID area, Instant since, String by) {}
