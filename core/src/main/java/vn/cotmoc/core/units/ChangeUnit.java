package vn.cotmoc.core.units;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;

/** Renames a unit, or closes it from a day on. */
@Singleton
public class ChangeUnit {

    private final UnitStore store;

    ChangeUnit(UnitStore store) {
        this.store = store;
    }

    /**
     * @param expectedVersion the version the author has seen
     * @param validTo the first day on which it is no more; null while it exists
     */
    public record Command(
            UUID unit,
            int expectedVersion,
            String name,
            String nameEn,
            @Nullable LocalDate validTo) {}

    /** @throws Refusal {@code unknown-unit}, {@code unit-changed}; {@code unit-end} unless it ends after it began */
    @Transactional
    public Unit change(Command command) {
        Unit before = store.require(command.unit());
        if (before.version() != command.expectedVersion()) {
            throw changed(before.version());
        }
        LocalDate end = command.validTo();
        if (end != null && !end.isAfter(before.validFrom())) {
            throw Refusal.invalid("unit-end", "/validTo", "validTo", end, "validFrom", before.validFrom());
        }
        Unit after = new Unit(
                before.id(),
                before.code(),
                command.name(),
                command.nameEn(),
                before.kind(),
                before.area(),
                before.validFrom(),
                end,
                before.version() + 1);
        if (!store.change(before, after)) {
            throw changed(after.version());
        }
        return after;
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("unit-changed", "version", newest);
    }
}
