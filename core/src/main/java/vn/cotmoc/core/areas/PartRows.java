package vn.cotmoc.core.areas;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Parts of successions are only ever added. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PartRows extends GenericRepository<PartRow, PartRow.Key> {

    PartRow save(PartRow row);
}
