package vn.cotmoc.core.observations;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Of what was warned when figures were entered; {@link ObservationStore} adds them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WarningRows extends GenericRepository<WarningRow, WarningRow.Key> {

    List<WarningRow> findByKeyObservationIdInList(Collection<UUID> observations);
}
