package vn.cotmoc.web.rollups;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.rollups.RollUpProvince;

/**
 * The province as of a day, by its current targets.
 *
 * @param plans that run on the day, drafts left out
 */
@Serdeable
@Schema(name = "ProvinceRollUp")
record ProvinceRollUpJson(LocalDate asOf, RollUpJson province, List<OfPlanJson> plans) {

    @Serdeable
    @Schema(name = "PlanRollUp")
    record OfPlanJson(UUID id, String period, String title, RollUpJson rollUp) {}

    static ProvinceRollUpJson of(RollUpProvince.Rolled rolled) {
        return new ProvinceRollUpJson(
                rolled.day(),
                RollUpJson.of(rolled.province(), rolled.rule()),
                rolled.plans().stream()
                        .map(one -> new OfPlanJson(
                                one.plan().id(),
                                one.plan().period().toString(),
                                one.plan().title(),
                                RollUpJson.of(one.rollUp(), one.rule())))
                        .toList());
    }
}
