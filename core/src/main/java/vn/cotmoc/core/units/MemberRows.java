package vn.cotmoc.core.units;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Moves are only ever added. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MemberRows extends GenericRepository<MemberRow, MemberRow.Key> {

    MemberRow save(MemberRow row);

    List<MemberRow> findByKeyUsername(String username);
}
