package vn.cotmoc.web.me;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.provinces.Province;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.tenants.identity.Caller;

/**
 * Who is calling.
 *
 * @param province the one of the token; null for the ministry and the platform
 * @param unit that the caller belongs to there; null for none
 * @param roles in that province, and central ones
 */
@Serdeable
@Schema(name = "Me")
record MeJson(
        UserJson user,
        @Nullable ProvinceJson province,
        @Nullable UnitJson unit,
        List<String> roles) {

    static MeJson of(Caller caller, @Nullable Province province, @Nullable Unit unit) {
        return new MeJson(
                new UserJson(caller.id(), caller.username(), caller.fullName()),
                province == null
                        ? null
                        : new ProvinceJson(
                                province.id().value(), province.name(), province.nameEn(), province.simulated()),
                unit == null
                        ? null
                        : new UnitJson(
                                unit.id(),
                                unit.name(),
                                unit.nameEn(),
                                unit.kind().code()),
                caller.getRoles().stream().sorted().toList());
    }

    @Serdeable
    @Schema(name = "MyUser")
    record UserJson(String id, String username, String name) {}

    @Serdeable
    @Schema(name = "MyProvince")
    record ProvinceJson(String id, String name, String nameEn, boolean simulated) {}

    @Serdeable
    @Schema(name = "MyUnit")
    record UnitJson(
            UUID id,
            String name,
            String nameEn,

            @Schema(allowableValues = {"department", "commune-committee", "compiler"})
            String kind) {}
}
