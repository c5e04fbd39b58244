package vn.cotmoc.core.charges;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CoordinatorRows extends GenericRepository<CoordinatorRow, CoordinatorRow.Key> {

    CoordinatorRow save(CoordinatorRow row);
}
