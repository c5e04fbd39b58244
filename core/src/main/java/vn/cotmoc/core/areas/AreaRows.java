package vn.cotmoc.core.areas;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AreaRows extends GenericRepository<AreaRow, UUID> {

    AreaRow save(AreaRow row);

    Optional<AreaRow> findByAreaId(UUID areaId);

    List<AreaRow> findByLevelAndCode(String level, String code);
}
