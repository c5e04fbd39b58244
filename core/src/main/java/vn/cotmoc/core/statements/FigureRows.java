package vn.cotmoc.core.statements;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface FigureRows extends GenericRepository<FigureRow, FigureRow.Key> {

    FigureRow save(FigureRow row);
}
