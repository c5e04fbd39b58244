package vn.cotmoc.core.plans;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Steps are only ever added. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StepRows extends GenericRepository<StepRow, StepRow.Key> {

    StepRow save(StepRow row);

    List<StepRow> findByKeyPlanId(UUID planId);
}
