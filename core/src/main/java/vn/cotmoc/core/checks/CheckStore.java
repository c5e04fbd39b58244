package vn.cotmoc.core.checks;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Every version of every setting of the province; versions are only ever added. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CheckStore extends GenericRepository<CheckRow, UUID> {

    CheckRow save(CheckRow row);

    List<CheckRow> findAll();
}
