package vn.cotmoc.web.me;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.provinces.Province;
import vn.cotmoc.tenants.identity.Caller;

/**
 * Who is calling.
 *
 * @param province the one of the token; null for the ministry and the platform
 * @param roles in that province, and central ones
 */
@Serdeable
@Schema(name = "Me")
record MeJson(UserJson user, @Nullable ProvinceJson province, List<String> roles) {

    static MeJson of(Caller caller, @Nullable Province province) {
        return new MeJson(
                new UserJson(caller.id(), caller.username(), caller.fullName()),
                province == null
                        ? null
                        : new ProvinceJson(
                                province.id().value(), province.name(), province.nameEn(), province.simulated()),
                caller.getRoles().stream().sorted().toList());
    }

    @Serdeable
    @Schema(name = "MyUser")
    record UserJson(String id, String username, String name) {}

    @Serdeable
    @Schema(name = "MyProvince")
    record ProvinceJson(String id, String name, String nameEn, boolean simulated) {}
}
