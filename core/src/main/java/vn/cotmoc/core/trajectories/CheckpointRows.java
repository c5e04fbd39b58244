package vn.cotmoc.core.trajectories;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CheckpointRows extends GenericRepository<CheckpointRow, CheckpointRow.Key> {

    CheckpointRow save(CheckpointRow row);
}
