package vn.cotmoc.core.areas;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** Successions are only ever added. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SuccessionRows extends GenericRepository<SuccessionRow, UUID> {

    SuccessionRow save(SuccessionRow row);
}
