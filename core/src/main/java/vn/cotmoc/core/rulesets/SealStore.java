package vn.cotmoc.core.rulesets;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The seals of the province's releases; each is made once. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SealStore extends GenericRepository<SealRow, UUID> {

    SealRow save(SealRow row);

    List<SealRow> findAll();
}
