package vn.cotmoc.core.statements;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface StatementRows extends GenericRepository<StatementRow, String> {

    StatementRow save(StatementRow row);

    boolean existsByCode(String code);
}
