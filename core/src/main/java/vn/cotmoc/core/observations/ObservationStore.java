package vn.cotmoc.core.observations;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** Figures are only ever added. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ObservationStore extends GenericRepository<ObservationRow, UUID> {

    ObservationRow save(ObservationRow row);

    boolean existsByObservationId(UUID observationId);
}
