package vn.cotmoc.tenants.boundary;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.annotation.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.tenants.boundary.PlaceStore.Place;

/** Areas, read and written the way the house's stores do. */
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional
interface PlaceStore extends GenericRepository<Place, UUID> {

    @MappedEntity("area")
    record Place(
            @TenantId @Nullable String tenantId,
            @Id UUID areaId,
            String level,
            String code,
            String name,
            LocalDate validFrom) {

        static Place named(String name) {
            return new Place(null, UUID.randomUUID(), "commune", "1", name, LocalDate.EPOCH);
        }

        Place claimedBy(String tenant) {
            return new Place(tenant, areaId, level, code, name, validFrom);
        }
    }

    Place save(Place place);

    List<Place> findAll();
}
