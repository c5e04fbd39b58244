package vn.cotmoc.core.plans;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlanRows extends GenericRepository<PlanRow, UUID> {

    PlanRow save(PlanRow row);

    Optional<PlanRow> findByPlanId(UUID planId);
}
