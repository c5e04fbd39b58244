package vn.cotmoc.core.units;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface UnitRows extends GenericRepository<UnitRow, UUID> {

    UnitRow save(UnitRow row);

    Optional<UnitRow> findByUnitId(UUID unitId);

    Optional<UnitRow> findByCode(String code);

    boolean existsByCode(String code);
}
