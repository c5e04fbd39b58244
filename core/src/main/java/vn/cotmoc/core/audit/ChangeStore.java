package vn.cotmoc.core.audit;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** Changes are only ever added. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChangeStore extends GenericRepository<ChangeRow, UUID> {

    ChangeRow save(ChangeRow row);
}
