package vn.cotmoc.core.rulesets;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Every release of the province; they are few, and only ever added. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReleaseStore extends GenericRepository<ReleaseRow, UUID> {

    ReleaseRow save(ReleaseRow row);

    List<ReleaseRow> findAll();
}
