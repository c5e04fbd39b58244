package vn.cotmoc.core.evidence;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import vn.cotmoc.core.audit.Trail;

/** Writes down which file was attached. */
@Singleton
class EvidenceStore {

    private final EvidenceRows rows;
    private final Trail trail;

    EvidenceStore(EvidenceRows rows, Trail trail) {
        this.rows = rows;
        this.trail = trail;
    }

    @Transactional
    void add(Evidence evidence) {
        EvidenceRow row = EvidenceRow.of(evidence);
        rows.save(row);
        trail.added(evidence.id(), row);
    }
}
