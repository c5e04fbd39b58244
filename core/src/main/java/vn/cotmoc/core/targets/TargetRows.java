package vn.cotmoc.core.targets;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TargetRows extends GenericRepository<TargetRow, UUID> {

    TargetRow save(TargetRow row);

    Optional<TargetRow> findByTargetId(UUID targetId);

    List<TargetRow> findByPlanIdAndIndicatorCode(UUID planId, String indicatorCode);
}
