package vn.cotmoc.core.units;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user's move into a unit, or out of one; the newest counts. */
@MappedEntity("unit_member")
record MemberRow(
        @TenantId @Nullable String tenantId,
        @EmbeddedId Key key,
        @Nullable UUID unitId,
        Instant recordedAt,
        String recordedBy) {

    @Embeddable
    record Key(
            @MappedProperty("username") String username,
            @MappedProperty("move") int move) {}

    boolean isIn(UUID unit) {
        return unit.equals(unitId);
    }

    Member toMember() {
        return new Member(key.username(), recordedAt, recordedBy);
    }
}
