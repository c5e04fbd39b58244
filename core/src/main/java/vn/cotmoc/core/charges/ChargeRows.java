package vn.cotmoc.core.charges;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChargeRows extends GenericRepository<ChargeRow, ChargeRow.Key> {

    ChargeRow save(ChargeRow row);

    List<ChargeRow> findByKeyTargetId(UUID targetId);
}
