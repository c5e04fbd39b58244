package vn.cotmoc.core.units;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** A province enters a department, a commune's committee or its compiling unit. */
@Singleton
public class AddUnit {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,29}");

    private final UnitStore store;
    private final AreaView areas;
    private final Identifiers identifiers;

    AddUnit(UnitStore store, AreaView areas, Identifiers identifiers) {
        this.store = store;
        this.areas = areas;
        this.identifiers = identifiers;
    }

    /** @param area of a commune's committee, else null */
    public record Command(
            String code,
            String name,
            String nameEn,
            UnitKind kind,
            @Nullable UUID area,
            LocalDate validFrom) {}

    /**
     * @throws Refusal {@code unit-code}, {@code unit-area} if a commune's committee has none or another has one,
     *     {@code unknown-area}, {@code area-other-day} on its first day, {@code unit-exists}
     */
    @Transactional
    public Unit add(Command command) {
        if (!CODE.matcher(command.code()).matches()) {
            throw Refusal.invalid("unit-code", "/code", "code", command.code());
        }
        UUID area = command.area();
        if ((command.kind() == UnitKind.COMMUNE_COMMITTEE) != (area != null)) {
            throw Refusal.invalid("unit-area", "/area", "kind", command.kind());
        }
        Unit unit = new Unit(
                identifiers.next(),
                command.code(),
                command.name(),
                command.nameEn(),
                command.kind(),
                area == null ? null : areas.resolveOn(area, command.validFrom(), "/area"),
                command.validFrom(),
                null,
                1);
        if (store.hasCode(unit.code())) {
            throw exists(unit);
        }
        try {
            store.add(unit);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? exists(unit) : failure;
        }
        return unit;
    }

    private static Refusal exists(Unit unit) {
        return Refusal.conflict("unit-exists", "code", unit.code());
    }
}
