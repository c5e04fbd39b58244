package vn.cotmoc.core.areas;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/**
 * An administrative unit, known by its identity: official codes change hands over the years.
 *
 * @param parent null for the province itself
 * @param level province, district, commune, ward or special-zone
 * @param validTo the first day on which it is no more; null while it exists
 * @param source the instrument that made it; null where none is known
 * @param version grows with every correction
 */
public record Area(
        UUID id,
        @Nullable UUID parent,
        String name,
        String level,
        String code,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String source,
        int version) {

    /** The same place, written otherwise. */
    Area written(String name, String code, @Nullable String source, int version) {
        return new Area(id, parent, name, level, code, validFrom, validTo, source, version);
    }

    /** The province itself, whatever it is called. */
    boolean isProvince() {
        return parent == null;
    }

    /** The province as it was called, or another that became it; no part of it. */
    boolean isFormerProvince() {
        return parent != null && level.equals(AreaLevel.PROVINCE.code());
    }

    UUID requireParent() {
        return Objects.requireNonNull(parent, name);
    }

    boolean isThereOn(LocalDate day) {
        return isThereDuring(day, day);
    }

    /** On at least one day of the range, both ends included. */
    boolean isThereDuring(LocalDate first, LocalDate last) {
        return !last.isBefore(validFrom) && (validTo == null || first.isBefore(validTo));
    }

    /**
     * @throws Refusal {@code area-not-yet} or {@code area-not-valid}, at the given place, unless it was there on a day of the period
     */
    void requireDuring(Period period, Calendar calendar, String at) {
        if (isThereDuring(calendar.firstDay(period), calendar.lastDay(period))) {
            return;
        }
        throw validTo == null
                ? Refusal.invalid("area-not-yet", at, "area", name, "validFrom", validFrom, "period", period)
                : Refusal.invalid(
                        "area-not-valid",
                        at,
                        "area",
                        name,
                        "validFrom",
                        validFrom,
                        "validTo",
                        validTo,
                        "period",
                        period);
    }

    /** For sentences: the first day on which it is no more, or that none is known. */
    Object end() {
        return validTo == null ? "…" : validTo;
    }
}
