package vn.cotmoc.core.areas;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** Enters a district, commune, ward or special zone of the province. */
@Singleton
public class AddArea {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{1,10}");

    private final AreaStore store;
    private final Identifiers identifiers;

    AddArea(AreaStore store, Identifiers identifiers) {
        this.store = store;
        this.identifiers = identifiers;
    }

    /**
     * @param parent null for the province itself
     * @param source the instrument that made it, where one is known
     */
    public record Command(
            String name,
            AreaLevel level,
            String code,
            @Nullable UUID parent,
            LocalDate validFrom,
            @Nullable String source) {}

    /**
     * @throws Refusal {@code area-level} for a province, {@code area-code}, {@code unknown-area} as a parent,
     *     {@code area-parent} of no higher level, {@code parent-not-valid} on its first day; {@code area-code-taken} by one
     *     that is there on a day of its own
     */
    @Transactional
    public Area add(Command command) {
        return add(command, store.takeProvince(), "");
    }

    /** @param at pointer to the area in the request, empty for the request itself */
    Area add(Command command, UUID province, String at) {
        AreaLevel level = command.level();
        if (level == AreaLevel.PROVINCE) {
            throw Refusal.invalid("area-level", at + "/level");
        }
        requireCode(command.code(), at);
        Area parent = store.require(command.parent() == null ? province : command.parent(), at + "/parent");
        if (!level.canLieIn(Coded.read(AreaLevel.class, parent.level()))) {
            throw Refusal.invalid("area-parent", at + "/parent", "parent", parent.name());
        }
        LocalDate first = command.validFrom();
        if (!parent.isThereOn(first)) {
            throw Refusal.invalid("parent-not-valid", at + "/parent", "parent", parent.name(), "day", first);
        }
        Area area = new Area(
                identifiers.next(),
                parent.id(),
                command.name(),
                level.code(),
                command.code(),
                first,
                null,
                command.source(),
                1);
        requireOwnCode(area);
        try {
            store.add(area);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? taken(area) : failure;
        }
        return area;
    }

    /** @throws Refusal {@code area-code-taken} by another of its level that is there on a day of its own */
    void requireOwnCode(Area area) {
        LocalDate last = area.validTo() == null ? LocalDate.MAX : area.validTo().minusDays(1);
        if (store.withCode(Coded.read(AreaLevel.class, area.level()), area.code()).stream()
                .anyMatch(other -> !other.id().equals(area.id()) && other.isThereDuring(area.validFrom(), last))) {
            throw taken(area);
        }
    }

    static void requireCode(String code, String at) {
        if (!CODE.matcher(code).matches()) {
            throw Refusal.invalid("area-code", at + "/code", "code", code);
        }
    }

    static Refusal taken(Area area) {
        return Refusal.conflict(
                "area-code-taken",
                "code",
                area.code(),
                "level",
                Coded.read(AreaLevel.class, area.level()),
                "day",
                area.validFrom());
    }
}
