package vn.cotmoc.core.statements;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("statement_figure")
record FigureRow(
        @TenantId @Nullable String tenantId,
        @EmbeddedId Key key,
        UUID observationId,
        Instant recordedAt,
        String recordedBy) {

    @Embeddable
    record Key(
            @MappedProperty("code") String code,
            @MappedProperty("position") int position) {}
}
