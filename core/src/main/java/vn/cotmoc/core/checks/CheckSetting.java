package vn.cotmoc.core.checks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Limits in force from a day on; a change appends a version.
 *
 * @param indicator null for the province's default, else the indicator they belong to
 * @param version 1, 2, … of the same scope
 */
public record CheckSetting(
        UUID id,
        @Nullable String indicator,
        int version,
        Limits limits,
        LocalDate validFrom,
        String reason,
        Instant recordedAt,
        String recordedBy) {}
