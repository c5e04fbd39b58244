package vn.cotmoc.core.scoring;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ScorecardStore extends GenericRepository<ScorecardRow, UUID> {

    ScorecardRow save(ScorecardRow row);
}
