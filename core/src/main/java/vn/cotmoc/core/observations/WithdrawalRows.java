package vn.cotmoc.core.observations;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Withdrawals are only ever added, one a figure. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WithdrawalRows extends GenericRepository<WithdrawalRow, UUID> {

    WithdrawalRow save(WithdrawalRow row);

    Optional<WithdrawalRow> findByObservationId(UUID observation);

    List<WithdrawalRow> findByObservationIdInList(Collection<UUID> observations);
}
