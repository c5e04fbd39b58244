package vn.cotmoc.web.provinces;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.provinces.Beginning;
import vn.cotmoc.core.provinces.Opening;
import vn.cotmoc.core.provinces.ProvinceView;
import vn.cotmoc.tenants.onboarding.OpenProvince;
import vn.cotmoc.web.wire.Reads;

/**
 * A province as the platform's administrator sees it.
 *
 * @param state open or opening
 * @param step how far the opening has come
 * @param failure why its last try stopped; the same call continues
 * @param firstAdmin only in the answer to the opening itself
 */
@Serdeable
@Schema(name = "Province")
record ProvinceJson(
        String id,
        String name,
        String nameEn,
        String code,
        boolean simulated,
        @Schema(allowableValues = {"catalogue", "archive"}) String begins,
        @Schema(allowableValues = {"opening", "open"}) String state,
        String step,
        @Nullable String failure,
        @Nullable Instant openedAt,
        @Nullable FirstAdminJson firstAdmin) {

    static ProvinceJson of(ProvinceView.Row row) {
        return of(row, null);
    }

    static ProvinceJson of(ProvinceView.Row row, @Nullable FirstAdminJson firstAdmin) {
        return new ProvinceJson(
                row.id().value(),
                row.name(),
                row.nameEn(),
                row.code(),
                row.simulated(),
                row.beginning().code(),
                row.isOpen() ? "open" : "opening",
                row.step().code(),
                row.failure(),
                row.openedAt(),
                firstAdmin);
    }

    /** @param temporaryPassword shown this once; null where the account was there before */
    @Serdeable
    @Schema(name = "FirstAdmin")
    record FirstAdminJson(String username, @Nullable String temporaryPassword) {

        /** Without the password. */
        @Override
        public String toString() {
            return "FirstAdminJson[" + username + "]";
        }
    }

    /**
     * A province to open, as received.
     *
     * @param begins catalogue if left out; with archive it has nothing until its administrator imports one
     */
    @Serdeable
    @Schema(name = "NewProvince")
    record OpenJson(
            String id,
            String name,
            String nameEn,
            String code,
            @Nullable Boolean simulated,

            @Schema(allowableValues = {"catalogue", "archive"}) @Nullable
            String begins,

            AdminJson admin) {

        OpenProvince.Command toCommand() {
            AdminJson first = Reads.present(admin, "/admin");
            return new OpenProvince.Command(
                    Reads.text(id, "/id", 40),
                    Reads.text(name, "/name", 200),
                    Reads.text(nameEn, "/nameEn", 200),
                    Reads.text(code, "/code", 10),
                    simulated != null && simulated,
                    begins == null ? Beginning.CATALOGUE : Reads.word(Beginning.class, begins, "/begins"),
                    new Opening.FirstAdministrator(
                            Reads.text(first.username(), "/admin/username", 60),
                            Reads.text(first.email(), "/admin/email", 200),
                            Reads.text(first.firstName(), "/admin/firstName", 200),
                            Reads.text(first.lastName(), "/admin/lastName", 200)));
        }
    }

    /** The province's first administrator. */
    @Serdeable
    @Schema(name = "NewFirstAdmin")
    record AdminJson(String username, String email, String firstName, String lastName) {}
}
