package vn.cotmoc.core.thresholds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Cut points in force from a day on. A change appends a version; the day it holds from and the moment it was recorded are
 * kept apart, so that a back-dated change never alters an earlier run.
 *
 * @param version 1, 2, … of the same scope
 * @param withdrawn whether from that day on the scope has none of its own, so that those above it hold again; the cut points are
 *     then the withdrawn ones. Never of the nation's
 */
public record Threshold(
        UUID id,
        Scope scope,
        int version,
        CutPoints cutPoints,
        boolean withdrawn,
        LocalDate validFrom,
        String reason,
        Instant recordedAt,
        String recordedBy) {}
