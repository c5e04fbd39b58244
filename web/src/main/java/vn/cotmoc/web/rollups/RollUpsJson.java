package vn.cotmoc.web.rollups;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.rollups.RollUps;
import vn.cotmoc.core.scoring.RollUpRule;

/**
 * A plan as a whole, by groups of indicators and by places.
 *
 * @param groups in the order of their codes
 * @param places in the order of their names
 */
@Serdeable
@Schema(name = "RollUps")
public record RollUpsJson(RollUpJson plan, List<GroupJson> groups, List<PlaceJson> places) {

    @Serdeable
    @Schema(name = "GroupRollUp")
    record GroupJson(String group, RollUpJson rollUp) {}

    @Serdeable
    @Schema(name = "PlaceRollUp")
    record PlaceJson(UUID id, String name, RollUpJson rollUp) {}

    public static RollUpsJson of(RollUps rollUps, RollUpRule rule) {
        return new RollUpsJson(
                RollUpJson.of(rollUps.plan(), rule),
                rollUps.groups().stream()
                        .map(group -> new GroupJson(group.group(), RollUpJson.of(group.rollUp(), rule)))
                        .toList(),
                rollUps.places().stream()
                        .map(place -> new PlaceJson(place.id(), place.name(), RollUpJson.of(place.rollUp(), rule)))
                        .toList());
    }
}
