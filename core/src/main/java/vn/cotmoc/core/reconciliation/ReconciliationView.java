package vn.cotmoc.core.reconciliation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.TargetLines;

/** A target and its parts, each in its newest revision. */
@Singleton
public class ReconciliationView {

    private final TargetLines lines;

    ReconciliationView(TargetLines lines) {
        this.lines = lines;
    }

    /** @throws Refusal {@code unknown-target} */
    @Transactional(readOnly = true)
    public Reconciliation of(UUID id) {
        TargetLines.WithParts found = lines.withParts(id);
        return Reconciliation.of(found.whole(), found.parts());
    }
}
