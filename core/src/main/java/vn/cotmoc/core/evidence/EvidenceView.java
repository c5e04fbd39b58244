package vn.cotmoc.core.evidence;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.cotmoc.core.cases.CaseView;
import vn.cotmoc.core.instruments.InstrumentView;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.refusals.Refusal;

/** Which files there are. */
@Singleton
public class EvidenceView {

    private final EvidenceRows rows;
    private final ObservationView observations;
    private final InstrumentView instruments;
    private final CaseView cases;

    EvidenceView(EvidenceRows rows, ObservationView observations, InstrumentView instruments, CaseView cases) {
        this.rows = rows;
        this.observations = observations;
        this.instruments = instruments;
        this.cases = cases;
    }

    /** In the order in which they were attached. @throws Refusal {@code unknown-observation}, {@code unknown-instrument}, {@code unknown-case} */
    @Transactional(readOnly = true)
    public List<Evidence> of(About about) {
        List<EvidenceRow> found = switch (about) {
            case About.Figure(UUID id) -> {
                observations.require(id);
                yield rows.findByObservationIdOrderByEvidenceId(id);
            }
            case About.Paper(UUID id) -> {
                instruments.require(id);
                yield rows.findByInstrumentIdOrderByEvidenceId(id);
            }
            case About.Explanation(UUID id) -> {
                cases.require(id);
                yield rows.findByCaseIdOrderByEvidenceId(id);
            }
        };
        return found.stream().map(EvidenceRow::toEvidence).toList();
    }

    /** One of each content that the current province has, by hash: the same file may prove several things. */
    @Transactional(readOnly = true)
    public SortedMap<String, Evidence> contents() {
        return rows.findAllOrderBySha256AndEvidenceId().stream()
                .map(EvidenceRow::toEvidence)
                .collect(Collectors.toMap(Evidence::sha256, Function.identity(), (one, same) -> one, TreeMap::new));
    }

    /** @throws Refusal {@code unknown-evidence} */
    @Transactional(readOnly = true)
    public Evidence require(UUID id) {
        return rows.findByEvidenceId(id)
                .map(EvidenceRow::toEvidence)
                .orElseThrow(() -> Refusal.unknown("unknown-evidence", "evidence", id));
    }
}
