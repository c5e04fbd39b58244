package vn.cotmoc.core.evidence;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Evidence is only ever added. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EvidenceRows extends GenericRepository<EvidenceRow, UUID> {

    EvidenceRow save(EvidenceRow row);

    Optional<EvidenceRow> findByEvidenceId(UUID evidenceId);

    List<EvidenceRow> findByObservationIdOrderByEvidenceId(UUID observationId);

    List<EvidenceRow> findByCaseIdOrderByEvidenceId(UUID caseId);

    List<EvidenceRow> findAllOrderBySha256AndEvidenceId();

    List<EvidenceRow> findByInstrumentIdOrderByEvidenceId(UUID instrumentId);
}
