package vn.cotmoc.core.instruments;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface InstrumentRows extends GenericRepository<InstrumentRow, UUID> {

    InstrumentRow save(InstrumentRow row);

    Optional<InstrumentRow> findByInstrumentId(UUID instrumentId);
}
