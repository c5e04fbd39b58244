package vn.cotmoc.core.units;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AssignmentRows extends GenericRepository<AssignmentRow, UUID> {

    AssignmentRow save(AssignmentRow row);
}
