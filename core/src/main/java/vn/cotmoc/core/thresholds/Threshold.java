package vn.cotmoc.core.thresholds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cut points in force from a day on. A change appends a version; the day it holds from and the moment it was recorded are
 * kept apart, so that a back-dated change never alters an earlier run.
 *
 * @param indicator null for the province's default, else the indicator they belong to
 * @param area null unless they are the indicator's in one place only
 * @param version 1, 2, … of the same scope
 */
public record Threshold(
        UUID id,
        @Nullable String indicator,
        @Nullable UUID area,
        int version,
        CutPoints cutPoints,
        LocalDate validFrom,
        String reason,
        Instant recordedAt,
        String recordedBy) {}
