package vn.cotmoc.core.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department or committee of the province.
 *
 * @param code short, unique in the province, e.g. {@code SYT}
 * @param area of a commune's committee, else null
 * @param validTo the first day on which it is no more; null while it exists
 * @param version 1, 2, … of its names and its end
 */
public record Unit(
        UUID id,
        String code,
        String name,
        String nameEn,
        UnitKind kind,
        @Nullable UUID area,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        int version) {

    boolean isClosedOn(LocalDate day) {
        return validTo != null && !day.isBefore(validTo);
    }

    /** Whether it exists on some day from the first through the last. */
    public boolean isThereDuring(LocalDate first, LocalDate last) {
        return !validFrom.isAfter(last) && !isClosedOn(first);
    }

    /** For sentences: the first day on which it is no more, or that none is known. */
    Object end() {
        return validTo == null ? "…" : validTo;
    }
}
