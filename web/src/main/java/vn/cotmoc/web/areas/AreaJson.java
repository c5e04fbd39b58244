package vn.cotmoc.web.areas;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.Area;

/** An administrative unit as sent; {@code validTo} is the first day on which it is no more. */
@Serdeable
@Schema(name = "Area")
record AreaJson(
        UUID id,
        String name,
        String level,
        String code,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    static AreaJson of(Area area) {
        return new AreaJson(area.id(), area.name(), area.level(), area.code(), area.validFrom(), area.validTo());
    }
}
