package vn.cotmoc.core.areas;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An area on its side of a succession. */
@MappedEntity("succession_area")
record PartRow(
        @TenantId @Nullable String tenantId, @EmbeddedId Key key, String side) {

    static final String PREDECESSOR = "predecessor";
    static final String SUCCESSOR = "successor";

    @Embeddable
    record Key(
            @MappedProperty("succession_id") UUID successionId,
            @MappedProperty("area_id") UUID areaId) {}
}
