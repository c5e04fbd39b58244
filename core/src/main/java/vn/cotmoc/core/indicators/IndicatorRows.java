package vn.cotmoc.core.indicators;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface IndicatorRows extends GenericRepository<IndicatorRow, String> {

    IndicatorRow save(IndicatorRow row);

    IndicatorRow update(IndicatorRow row);

    Optional<IndicatorRow> findByCode(String code);
}
