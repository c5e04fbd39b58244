package vn.cotmoc.core.scoring;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface FindingStore extends GenericRepository<FindingRow, FindingRow.Key> {

    List<FindingRow> saveAll(List<FindingRow> rows);
}
