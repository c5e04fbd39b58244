package vn.cotmoc.core.areas;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An administrative unit, known by its identity: official codes change hands over the years.
 *
 * @param level province, district, commune, ward or special-zone
 * @param validTo the first day on which it is no more; null while it exists
 */
public record Area(
        UUID id,
        String name,
        String level,
        String code,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
