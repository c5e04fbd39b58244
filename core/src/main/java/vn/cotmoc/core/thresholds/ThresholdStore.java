package vn.cotmoc.core.thresholds;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Every version of every threshold of the province; versions are only ever added. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ThresholdStore extends GenericRepository<ThresholdRow, UUID> {

    ThresholdRow save(ThresholdRow row);

    List<ThresholdRow> findAll();
}
