package vn.cotmoc.web.areas;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.AddArea;
import vn.cotmoc.core.areas.Area;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.areas.CorrectArea;
import vn.cotmoc.core.areas.Succession;
import vn.cotmoc.web.wire.Reads;

/**
 * An administrative unit as sent.
 *
 * @param parent null for the province itself
 * @param validTo the first day on which it is no more
 * @param source the instrument that made it, where one is known
 * @param version grows with every correction
 */
@Serdeable
@Schema(name = "Area")
record AreaJson(
        UUID id,
        @Nullable UUID parent,
        String name,

        @Schema(allowableValues = {"province", "district", "commune", "ward", "special-zone"})
        String level,

        String code,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String source,
        int version) {

    static AreaJson of(Area area) {
        return new AreaJson(
                area.id(),
                area.parent(),
                area.name(),
                area.level(),
                area.code(),
                area.validFrom(),
                area.validTo(),
                area.source(),
                area.version());
    }

    /**
     * An area with what it came from and what became of it.
     *
     * @param origins successions that it came from, whose successor it is
     * @param ending the succession that ended it; null while it exists
     */
    @Serdeable
    @Schema(name = "AreaHistory")
    record HistoryJson(
            AreaJson area,
            List<SuccessionJson> origins,
            @Nullable SuccessionJson ending) {

        static HistoryJson of(Area area, List<Succession> successions) {
            return new HistoryJson(
                    AreaJson.of(area),
                    successions.stream()
                            .filter(succession -> isIn(succession.successors(), area))
                            .map(SuccessionJson::of)
                            .toList(),
                    successions.stream()
                            .filter(succession -> isIn(succession.predecessors(), area))
                            .findFirst()
                            .map(SuccessionJson::of)
                            .orElse(null));
        }

        private static boolean isIn(List<Succession.Part> side, Area area) {
            return side.stream().anyMatch(part -> part.area().equals(area.id()));
        }
    }

    /** What can be corrected of an area, as it should have been written down, as received, and why. */
    @Serdeable
    @Schema(name = "CorrectedArea")
    record CorrectJson(String name, String code, @Nullable String source, String reason) {

        CorrectArea.Command toCommand(UUID area, int expectedVersion) {
            return new CorrectArea.Command(
                    area,
                    expectedVersion,
                    Reads.text(name, "/name", 200),
                    Reads.text(code, "/code", 10),
                    Reads.textOrNull(source, "/source", 1000),
                    Reads.text(reason, "/reason", 1000));
        }
    }

    /** An area as received. {@code parent} left out means the province itself. */
    @Serdeable
    @Schema(name = "NewArea")
    record AddJson(
            String name,

            @Schema(allowableValues = {"province", "district", "commune", "ward", "special-zone"})
            String level,

            String code,
            @Nullable String parent,
            String validFrom,
            @Nullable String source) {

        AddArea.Command toCommand() {
            return new AddArea.Command(
                    Reads.text(name, "/name", 200),
                    Reads.word(AreaLevel.class, level, "/level"),
                    Reads.text(code, "/code", 10),
                    Reads.idOrNull(parent, "/parent"),
                    Reads.day(validFrom, "/validFrom"),
                    Reads.textOrNull(source, "/source", 1000));
        }
    }
}
