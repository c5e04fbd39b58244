package vn.cotmoc.core.provinces;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.tenancy.TenantId;

/**
 * A province being opened, or opened: what was asked for and how far it has come.
 *
 * @param failure why the last try stopped, a Vietnamese sentence for people; null when nothing did
 */
public record Opening(
        TenantId id,
        String name,
        String nameEn,
        String code,
        boolean simulated,
        Beginning beginning,
        FirstAdministrator administrator,
        OpeningStep step,
        @Nullable String failure,
        String startedBy,
        Instant startedAt) {

    /** Who looks after the province's users from the first day on. */
    public record FirstAdministrator(String username, String email, String firstName, String lastName) {}

    public boolean isTheSameProvinceAs(Opening other) {
        return id.equals(other.id)
                && name.equals(other.name)
                && nameEn.equals(other.nameEn)
                && code.equals(other.code)
                && simulated == other.simulated
                && beginning == other.beginning;
    }
}
