package vn.cotmoc.core.targets;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface NamedRows extends GenericRepository<NamedRow, NamedRow.Key> {

    NamedRow save(NamedRow row);

    List<NamedRow> findByKeyTargetId(UUID targetId);
}
